package id.pendopo.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.knowledge.TextClassifier.Guess;
import id.pendopo.knowledge.corpus.CivicCorpus;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well the shipped classifier understands authors whom it has not learned from. */
class TaskActsTests {

    private static final CivicCorpus CORPUS = CivicCorpus.read(Path.of("corpus"));
    private static final List<Example> STRANGERS = TaskActs.kept(CORPUS);
    private final TextClassifier acts = BundledModels.load().taskActClassifier();

    @Test
    void aFifthIsKeptAsideAndNotLearned() {
        List<Example> learned = TaskActs.learned(CORPUS);

        assertThat(STRANGERS).hasSizeGreaterThanOrEqualTo(400).doesNotContainAnyElementsOf(learned);
        assertThat(learned).hasSizeGreaterThanOrEqualTo(1_600);
    }

    @ParameterizedTest
    @CsvSource({"0, .74", ".45, .85", ".6, .92"})
    void ofTheGuessesThatAreSoSureSoManyAreRight(double sure, double right) {
        List<Example> guessed =
                STRANGERS.stream().filter(line -> confidence(line) >= sure).toList();

        assertThat(share(guessed, this::understood)).isGreaterThanOrEqualTo(right);
    }

    @Test
    void mostAreSureEnoughToActOn() {
        assertThat(share(STRANGERS, line -> confidence(line) >= 0.45)).isGreaterThanOrEqualTo(0.7);
    }

    private static double share(List<Example> lines, Predicate<Example> which) {
        return lines.stream().filter(which).count() / (double) lines.size();
    }

    private boolean understood(Example line) {
        return acts.classify(line.text())
                .map(Guess::label)
                .filter(line.label()::equals)
                .isPresent();
    }

    private double confidence(Example line) {
        return acts.classify(line.text()).map(Guess::confidence).orElse(0.0);
    }
}
