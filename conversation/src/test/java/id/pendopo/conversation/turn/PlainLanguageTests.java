package id.pendopo.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Receiver;
import id.pendopo.conversation.ConversationTest;
import id.pendopo.conversation.People;
import id.pendopo.conversation.Person;
import id.pendopo.conversation.SearchGuard;
import id.pendopo.conversation.TestKinds;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.facts.FactFinder;
import id.pendopo.conversation.facts.PlainLanguage;
import id.pendopo.conversation.store.ConversationStore;
import id.pendopo.knowledge.Answer.Found;
import id.pendopo.knowledge.Rewording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a model is asked and what never, with a model that would put anything into other words. */
@ConversationTest
class PlainLanguageTests {

    private static final Instant NOW = Instant.parse("2026-03-17T02:00:00Z");
    private static final Address CITIZEN = new Address("test", "+6281300008888");
    private static final String QUESTION = "KTP saya hilang harus apa";
    private static final String PLAINER = "Lapor polisi.";

    private final FactFinder facts;
    private final Engine engine;
    private final ConversationStore rows;
    private final TransactionTemplate transaction;
    private final Eager model = new Eager(new ArrayList<>());

    PlainLanguageTests(FactFinder facts, Engine engine, ConversationStore rows, TransactionTemplate transaction) {
        this.facts = facts;
        this.engine = engine;
        this.rows = rows;
        this.transaction = transaction;
    }

    private record Eager(List<String> asked) implements Rewording {

        @Override
        public boolean allowed(Found found, Form form) {
            return true;
        }

        @Override
        public Found plainer(Found found, String question, Form form) {
            asked.add(form + " " + question);
            return new Found(
                    found.version(), found.aspect(), PLAINER, PLAINER, PLAINER, found.citation(), found.confidence());
        }
    }

    private static Conversation talk(String kind) {
        return Conversation.fresh(0, CITIZEN, TestKinds.ALL.of(kind), Locale.of("id"));
    }

    private static InboundMessage typed(String text) {
        return InboundMessage.text("test", "m", NOW, "test-line", CITIZEN, text);
    }

    private Facts said(Conversation conversation, InboundMessage message) {
        Facts found = facts.about(conversation, message, NOW);
        return new PlainLanguage(engine, model).of(found, conversation, message, NOW);
    }

    @Test
    void aQuestionIsAnsweredInPlainerWordsAndAsBeforeOtherwise() {
        Facts found = facts.about(talk("web"), typed(QUESTION), NOW);

        Facts said = said(talk("web"), typed(QUESTION));

        assertThat(said.found()).map(Found::web).containsExactly(PLAINER);
        assertThat(said.found())
                .map(Found::citation)
                .isEqualTo(found.found().stream().map(Found::citation).toList());
        assertThat(said)
                .usingRecursiveComparison()
                .ignoringFields("answers", "fresh", "receipt")
                .isEqualTo(found);
        assertThat(model.asked()).containsExactly("WEB " + QUESTION);
    }

    @Test
    void aLineThatPaysByTheSegmentGetsItsOwnForm() {
        said(talk("twilio-sms"), typed(QUESTION));

        assertThat(model.asked()).containsExactly("SMS " + QUESTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tolong kebakaran di rumah saya",
                "saya mau bunuh diri",
                "STATUS 123 456 7890",
                "MENU",
                "mau lapor jalan rusak depan SD 3, KTP saya hilang juga",
                "ktp",
                "halo",
                "terima kasih",
                "resep rendang enak",
                "goblok, KTP saya hilang harus apa",
                "g0bl0k KTP saya hilang harus apa",
                "KTP saya hilang harus apa, trus syarat bikin SIM apa saja",
                "bicara dengan petugas soal KTP hilang",
                "1"
            })
    void nothingElseIsEverShownToAModel(String text) {
        said(talk("web"), typed(text));

        assertThat(model.asked()).isEmpty();
    }

    @Test
    void aCallIsNotPutIntoOtherWords() {
        said(talk("twilio-voice"), typed(QUESTION));

        assertThat(model.asked()).isEmpty();
    }

    @Test
    void whileAnAgentSpeaksNothingIsAsked() {
        said(talk("web").held(Floor.AGENT), typed(QUESTION));

        assertThat(model.asked()).isEmpty();
    }

    @Test
    void anArticleThatWasPickedIsQuoted() {
        InboundMessage pressed = new InboundMessage(
                "test",
                "m",
                NOW,
                "test-line",
                CITIZEN,
                QUESTION,
                Optional.of("article:ktp-el-hilang"),
                Optional.empty(),
                List.of(),
                Optional.empty());

        Facts said = said(talk("web"), pressed);

        assertThat(said.found()).isNotEmpty();
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void withinAFormNothingIsAsked() {
        Conversation fresh = talk("web");
        InboundMessage report = typed("mau lapor jalan rusak");
        Decision begun = engine.decide(fresh, report, facts.about(fresh, report, NOW), NOW);
        assertThat(begun.after().state().draft()).isPresent();

        Facts said = said(begun.after(), typed(QUESTION));

        assertThat(said.found()).isNotEmpty();
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void whoWaitedAlreadyHearsTheArticlesOwnWords() {
        Preparation preparation =
                new Preparation(rows, facts, new SenderLocks(), engine, new ReadingTime(), Optional.of(model));

        preparation.plainly(typed(QUESTION), NOW.plus(Duration.ofSeconds(5)));
        assertThat(model.asked()).isEmpty();

        preparation.plainly(typed(QUESTION), NOW.plus(Duration.ofSeconds(4)));
        assertThat(model.asked()).hasSize(1);
    }

    @Test
    void noTransactionIsOpenWhileAModelIsAsked(@Autowired SearchGuard guard) {
        Preparation preparation =
                new Preparation(rows, facts, new SenderLocks(), engine, new ReadingTime(), Optional.of(model));

        guard.lifted(() -> transaction.executeWithoutResult(_ -> preparation.plainly(typed(QUESTION), NOW)));

        assertThat(model.asked()).isEmpty();
    }

    @Test
    void whatWasPreparedBeforeIsSaidAmongOthersWithoutAskingAgain() {
        Preparation preparation =
                new Preparation(rows, facts, new SenderLocks(), engine, new ReadingTime(), Optional.of(model));
        Receiver.Prepared early = preparation.early(typed(QUESTION), NOW);

        assertThat(preparation.current(early, NOW).facts().found())
                .singleElement()
                .satisfies(found -> assertThat(found.web()).isEqualTo(PLAINER));
        assertThat(model.asked()).hasSize(1);
    }

    @Test
    void whatAnotherTurnCameBeforeIsFoundOutAfreshAndAsksNobody(@Autowired People people) {
        Person citizen = people.next();
        Preparation preparation =
                new Preparation(rows, facts, new SenderLocks(), engine, new ReadingTime(), Optional.of(model));
        citizen.say("halo");
        Receiver.Prepared early = preparation.early(citizen.message(QUESTION), NOW);
        citizen.say("mau lapor jalan rusak");

        TurnTransaction.Prepared now = preparation.current(early, NOW);

        assertThat(now.seen().turns()).isEqualTo(2);
        assertThat(now.facts().found()).extracting(Found::web).doesNotContain(PLAINER);
        assertThat(model.asked()).hasSize(1);
    }

    @Test
    void withoutAModelNothingIsPreparedBefore() {
        Preparation preparation =
                new Preparation(rows, facts, new SenderLocks(), engine, new ReadingTime(), Optional.empty());

        assertThat(preparation.early(typed(QUESTION), NOW)).isNotInstanceOf(TurnTransaction.Prepared.class);
    }

    @Test
    void whoIsBehindAnotherMessageOfTheirOwnHearsTheArticlesOwnWords() {
        Preparation preparation =
                new Preparation(rows, facts, new SenderLocks(), engine, new ReadingTime(), Optional.of(model));

        TurnTransaction.Prepared now = preparation.current(Receiver.Prepared.not(typed(QUESTION)), NOW);

        assertThat(now.facts().found()).isNotEmpty();
        assertThat(model.asked()).isEmpty();
    }

    @Test
    void aTurnWhoseFactsAreGatheredQuicklyAsksNobody() {
        Preparation preparation =
                new Preparation(rows, facts, new SenderLocks(), engine, new ReadingTime(), Optional.of(model));

        assertThat(preparation.quickly(typed(QUESTION), NOW).facts().found()).isNotEmpty();
        assertThat(model.asked()).isEmpty();
    }
}
