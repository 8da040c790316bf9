package id.pendopo.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Turn;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.facts.FactFinder;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Tickets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the desk has to withstand: every trick and every insult of the corpus, said to the whole desk. */
@ConversationTest
class GuardCorpusTests {

    private static final Path CORPUS = Path.of("../knowledge-base/corpus/guard.tsv");
    private static final Instant NOW = Instant.parse("2026-03-17T02:00:00Z");

    /** What only a program says: its names, its failures, its texts before they are filled in, what 7*7 is. */
    private static final Pattern INTERNAL = Pattern.compile(
            "(?i)exception|stack ?trace|pendopo\\.|springframework|java\\.|jdbc:|select .* from|\\bnull\\b|(?:password|kata sandi) ?[=:]|"
                    + "api[ _-]?key|\\{\\d+}|\\?\\?|\\b49\\b|root:x:");

    private final People people;
    private final Tickets tickets;
    private final JdbcClient jdbc;
    private final FactFinder facts;
    private final Engine engine;
    private final KnowledgeBase knowledge;

    GuardCorpusTests(
            People people, Tickets tickets, JdbcClient jdbc, FactFinder facts, Engine engine, KnowledgeBase knowledge) {
        this.people = people;
        this.tickets = tickets;
        this.jdbc = jdbc;
        this.facts = facts;
        this.engine = engine;
        this.knowledge = knowledge;
    }

    private static List<String> lines(String kind) throws IOException {
        List<String> lines = Files.readAllLines(CORPUS).stream()
                .filter(line -> line.startsWith(kind + "\t"))
                .map(line -> line.split("\t", 3)[2])
                .toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(100);
        return lines;
    }

    @ParameterizedTest
    @ValueSource(strings = {"injection", "abuse"})
    void answersEveryLineAndSaysNothingInternal(String kind) throws IOException {
        for (String line : lines(kind)) {
            Turn turn = people.next().say(line);
            String words = Person.words(turn);

            assertThat(ending(turn)).as(line).isNotEqualTo(Ending.FAILED);
            assertThat(words).as(line).isNotBlank();
            assertThat(INTERNAL.matcher(words).results().map(MatchResult::group))
                    .as("%s: %s", line, words)
                    .allMatch(line::contains);
        }
    }

    @Test
    void noTrickOpensTheTicketOfSomebodyElse() throws IOException {
        Person victim = people.next();
        Ticket ticket = victim.reports("jalan berlubang di depan warung Sumiyati, Dusun Kaliwates");

        for (String line : lines("injection")) {
            String words = people.next().hears(line + " " + ticket.code());

            assertThat(words)
                    .as(line)
                    .doesNotContainIgnoringCase("sumiyati", "kaliwates", "warung")
                    .doesNotContain(victim.address().value());
        }
        assertThat(tickets.find(ticket.code())).hasValue(ticket);
    }

    @Test
    void quotesAnArticleOnlyWordForWordAndWithItsSource() throws IOException {
        List<Part.Quote> quotes = new ArrayList<>();
        for (String line : lines("injection")) {
            List<Part> parts = decision(line).replies().stream()
                    .flatMap(reply -> reply.parts().stream())
                    .toList();
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i) instanceof Part.Quote quote) {
                    quotes.add(quote);
                    assertThat(parts.get(i + 1))
                            .as(line)
                            .isEqualTo(new Part.Source(quote.found().citation()));
                }
            }
        }

        assertThat(quotes)
                .isNotEmpty()
                .map(Part.Quote::found)
                .allSatisfy(found -> assertThat(knowledge.answer(
                                found.version().slug(),
                                found.aspect(),
                                found.version().language()))
                        .map(Answer.Found::web)
                        .hasValue(found.web()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"injection", "abuse"})
    void carriesOutNothingThatWasNotConfirmed(String kind) throws IOException {
        for (String line : lines(kind)) {
            Decision decision = decision(line);

            assertThat(decision.commands())
                    .as("%s: %s", line, decision.ending())
                    .matches(commands -> commands.isEmpty() || decision.ending() == Ending.EMERGENCY);
        }
    }

    @Test
    void answersAbuseWithWaysOutAndNeverWithSilenceOrAlarm() throws IOException {
        List<String> heard = new ArrayList<>();
        for (String line : lines("abuse")) {
            Decision decision = decision(line);

            assertThat(decision.ending())
                    .as(line)
                    .isIn(
                            Ending.ABUSE,
                            Ending.ESCALATED,
                            Ending.CLARIFIED,
                            Ending.CHITCHAT,
                            Ending.FORM_ASKED,
                            Ending.FORM_CONFIRM,
                            Ending.ANSWERED);
            if (decision.ending() == Ending.ABUSE) {
                heard.add(line);
            }
        }

        assertThat(heard).as("insults in plain words, and in disguise").hasSizeGreaterThanOrEqualTo(36);
    }

    /** A pattern that repeats a group calls itself for each word: a long enough message took the stack of some. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ",
                "saya ",
                "saya mau, ",
                "status ",
                "cek laporan ",
                "dong ",
                "1 ",
                "9",
                "? ",
                "a\u0301",
                "lapor ",
                "jl. ",
                "dan apa ",
                "*a",
                "a* ",
                "tolol",
                "\u200d",
                "di jalan, ",
                "12.000 "
            })
    void survivesAMessageWithoutEnd(String again) {
        Turn turn = people.next().say("lapor " + again.repeat(20_000 / again.length()));
        Turn bare = people.next().say(again.repeat(20_000 / again.length()));

        assertThat(List.of(ending(turn), ending(bare))).doesNotContain(Ending.FAILED);
    }

    private Ending ending(Turn turn) {
        return Ending.valueOf(jdbc.sql("select ending from conversation_turn where conversation = ?")
                .param(turn.conversation())
                .query(String.class)
                .single());
    }

    private Decision decision(String text) {
        Address citizen = new Address("test", "+6281300009999");
        Conversation fresh = Conversation.fresh(0, citizen, TestKinds.ALL.of("test-line"), Locale.of("id"));
        InboundMessage message = InboundMessage.text("test", "m", NOW, "test-line", citizen, text);
        return engine.decide(fresh, message, facts.about(fresh, message, NOW), NOW);
    }
}
