package id.pendopo.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.knowledge.TextClassifier.Guess;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.text.Lexicon;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well a classifier understands authors whom it has not learned from; the one that ships learned from them too. */
class TaskActsTests {

    private static final CivicCorpus CORPUS = CivicCorpus.read(Path.of("corpus"));
    private static final List<Example> LEARNED = TrainingSets.taskActs(CORPUS, Predicate.not(Strangers::wrote));
    private static final List<Example> STRANGERS = TrainingSets.taskActs(CORPUS, Strangers::wrote);
    private static final PooledCategorizer ACTS = new PooledCategorizer(
            Lexicon.shipped(),
            LinearCategorizer.train(LEARNED, Lexicon.shipped()::standardWords, TrainingSets.CUTOFF),
            SecondOpinions.beside(DoccatClassifier.TASK_ACTS),
            DoccatClassifier.SURE);

    @Test
    void aFifthIsKeptAsideAndNotLearned() {
        assertThat(STRANGERS).hasSizeGreaterThanOrEqualTo(400).doesNotContainAnyElementsOf(LEARNED);
        assertThat(LEARNED).hasSizeGreaterThanOrEqualTo(1_600);
    }

    @ParameterizedTest
    @CsvSource({"0, .79", ".45, .85", ".6, .91"})
    void ofTheGuessesThatAreSoSureSoManyAreRight(double sure, double right) {
        List<Example> guessed =
                STRANGERS.stream().filter(line -> confidence(line) >= sure).toList();

        assertThat(share(guessed, TaskActsTests::understood)).isGreaterThanOrEqualTo(right);
    }

    @Test
    void mostAreSureEnoughToActOn() {
        assertThat(share(STRANGERS, line -> confidence(line) >= 0.45)).isGreaterThanOrEqualTo(0.83);
    }

    private static double share(List<Example> lines, Predicate<Example> which) {
        return lines.stream().filter(which).count() / (double) lines.size();
    }

    private static boolean understood(Example line) {
        return guess(line).label().equals(line.label());
    }

    private static double confidence(Example line) {
        return guess(line).confidence();
    }

    private static Guess guess(Example line) {
        return ACTS.of(line.text()).map(Likelihoods::best).orElse(new Guess("", 0));
    }
}
