package id.pendopo.conversation.wording;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.Adapters;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.Metered;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.KnowledgeBase;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the answers of the shipped articles cost by text message, each field of each article with its source. */
class SmsAnswersTests {

    private static final KnowledgeBase KNOWLEDGE = BundledModels.load().knowledgeBase();
    private static final ChannelAdapter SMS =
            Objects.requireNonNull(Adapters.byKind().get("twilio-sms"));
    private static final ChannelAccount LINE = new ChannelAccount("sms", "twilio-sms", new NoSettings());

    private record NoSettings() implements AccountSettings {

        @Override
        public URI apiBaseUrl() {
            return URI.create("http://127.0.0.1:9");
        }

        @Override
        public List<String> missing() {
            return List.of();
        }
    }

    @ParameterizedTest
    @CsvSource({"id, 900, 0.90, 0.87", "en, 600, 0.92, 0.86", "jv, 110, 0.87, 0.68"})
    void mostAnswersAreOneMessageWithTheirSource(Locale language, int answers, double one, double sourced) {
        assertThat(answers(language)).hasSizeGreaterThanOrEqualTo(answers);
        assertThat(share(language, found -> cost(found, blocks(found)) == 1)).isGreaterThanOrEqualTo(one);
        assertThat(share(language, SmsAnswersTests::namesItsSource)).isGreaterThanOrEqualTo(sourced);
    }

    @ParameterizedTest
    @CsvSource({"id", "en", "jv", "su"})
    void noSourceCostsAnotherSegment(Locale language) {
        assertThat(answers(language))
                .allSatisfy(found -> assertThat(cost(found, blocks(found)))
                        .as(found.citation().url())
                        .isEqualTo(cost(found, blocks(found).subList(0, 1))));
    }

    private static double share(Locale language, Predicate<Answer.Found> which) {
        long all = answers(language).count();
        return (double) answers(language).filter(which).count() / all;
    }

    /** What is known of each aspect, and the summaries. */
    private static Stream<Answer.Found> answers(Locale language) {
        return KNOWLEDGE.articles(language).stream()
                .flatMap(article -> asked().flatMap(
                                aspect -> KNOWLEDGE.answer(article.slug(), aspect, language).stream()
                                        .filter(found -> found.aspect().equals(aspect))));
    }

    private static Stream<Optional<Aspect>> asked() {
        return Stream.concat(
                Stream.of(Optional.empty()), Stream.of(Aspect.values()).map(Optional::of));
    }

    private static List<Block> blocks(Answer.Found found) {
        Block text = new Block.Text(found.web(), Optional.of(found.sms()), Optional.of(found.voice()));
        Block source = new Block.Source(
                found.citation().title(),
                found.citation().url(),
                found.citation().version(),
                found.citation().date().toString(),
                found.citation().source());
        return List.of(text, source);
    }

    private static int cost(Answer.Found found, List<Block> blocks) {
        return ((Metered) SMS).segments(LINE, found.version().language(), blocks);
    }

    private static boolean namesItsSource(Answer.Found found) {
        List<Block> blocks = blocks(found);
        return !said(found, blocks).equals(said(found, blocks.subList(0, 1)));
    }

    private static String said(Answer.Found found, List<Block> blocks) {
        OutboundMessage message = new OutboundMessage(
                new Address("sms", "+6281200001234"),
                1,
                1,
                0,
                OutboundMessage.Author.BOT,
                found.version().language(),
                blocks,
                Optional.empty());
        TurnAnswer turn = new TurnAnswer(Optional.empty(), 1, List.of(new ChannelAdapter.Rendered(1, message)));
        return new String(SMS.render(LINE, turn).body(), StandardCharsets.UTF_8);
    }
}
