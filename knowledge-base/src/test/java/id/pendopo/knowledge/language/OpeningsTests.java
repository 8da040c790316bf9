package id.pendopo.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.knowledge.TextClassifier.Guess;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.CorpusLine;
import id.pendopo.knowledge.text.Lexicon;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well first messages and follow-ups are understood of authors whom a model has not learned from. */
class OpeningsTests {

    private static final CivicCorpus CORPUS = CivicCorpus.read(Path.of("corpus"));
    private static final Learner OPENINGS =
            new Learner(DoccatClassifier.OPENINGS, TrainingSets::openings, TrainingSets.CUTOFF + 1);
    private static final Learner FOLLOW_UPS =
            new Learner(DoccatClassifier.FOLLOW_UPS, TrainingSets::followUps, TrainingSets.CUTOFF);

    /** A classifier that has not learned from strangers, and what they wrote. */
    private record Learner(PooledCategorizer model, List<Example> strangers) {

        Learner(String name, BiFunction<CivicCorpus, Predicate<CorpusLine>, List<Example>> lines, int cutoff) {
            this(
                    new PooledCategorizer(
                            Lexicon.shipped(),
                            LinearCategorizer.train(
                                    lines.apply(CORPUS, Predicate.not(Strangers::wrote)),
                                    Lexicon.shipped()::standardWords,
                                    cutoff),
                            SecondOpinions.beside(name),
                            DoccatClassifier.SURE),
                    lines.apply(CORPUS, Strangers::wrote));
        }

        /** The share of the lines of a label that are taken for another one, so sure. */
        double share(String label, String as, double sure) {
            List<Example> lines = strangers.stream()
                    .filter(line -> line.label().equals(label))
                    .toList();
            return lines.stream()
                            .flatMap(line -> model.of(line.text()).map(Likelihoods::best).stream())
                            .filter(guess -> as(guess, as, sure))
                            .count()
                    / (double) lines.size();
        }

        private static boolean as(Guess guess, String label, double sure) {
            return guess.label().equals(label) && guess.confidence() >= sure;
        }
    }

    @ParameterizedTest
    @CsvSource({"complaint, .62", "idea, .6", "praise, .5", "vague, .28"})
    void mostFirstMessagesAreTakenForWhatTheyAre(String opening, double floor) {
        assertThat(OPENINGS.share(opening, opening, 0.6)).isGreaterThanOrEqualTo(floor);
    }

    @ParameterizedTest
    @CsvSource({"complaint, .03", "idea, .02", "praise, .02", "vague, .02"})
    void hardlyAQuestionAboutAServiceIsTakenForOne(String opening, double ceiling) {
        assertThat(OPENINGS.share("other", opening, 0.6)).isLessThanOrEqualTo(ceiling);
    }

    @ParameterizedTest
    @CsvSource({"status, .6", "thanks, .55", "added, .65", "solved, .65", "withdrawn, .55"})
    void mostFollowUpsAreTakenForWhatTheyAre(String act, double floor) {
        assertThat(FOLLOW_UPS.share(act, act, 0.55)).isGreaterThanOrEqualTo(floor);
    }

    @ParameterizedTest
    @CsvSource({"status, .08", "thanks, .04", "added, .12", "solved, .04", "withdrawn, .04"})
    void fewOtherMattersAreTakenForAFollowUp(String act, double ceiling) {
        assertThat(FOLLOW_UPS.share("other", act, 0.55)).isLessThanOrEqualTo(ceiling);
    }
}
