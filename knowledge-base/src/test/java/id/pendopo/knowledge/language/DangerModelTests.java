package id.pendopo.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.DangerDetector;
import id.pendopo.knowledge.TextClassifier.Guess;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.CorpusLine;
import id.pendopo.knowledge.corpus.Sheet;
import id.pendopo.knowledge.text.Lexicon;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well danger is heard in the words of authors whom a model has not learned from; the one that ships learned from them too. */
class DangerModelTests {

    private static final CivicCorpus CORPUS = CivicCorpus.read(Path.of("corpus"));
    private static final DangerDetector MODEL = new DangerModel(
            LinearCategorizer.train(
                    DangerModel.examples(CORPUS, Predicate.not(Strangers::wrote)),
                    Lexicon.shipped()::standardWords,
                    DangerModel.CUTOFF),
            SecondOpinions.beside(DangerModel.RESOURCE),
            Lexicon.shipped());

    private static List<CorpusLine> byStrangers(Sheet sheet) {
        return CORPUS.lines(sheet).stream().filter(Strangers::wrote).toList();
    }

    private static double heard(Sheet sheet, double sure) {
        return share(
                byStrangers(sheet),
                line -> MODEL.in(line.cell("text"))
                        .filter(guess -> guess.confidence() >= sure)
                        .isPresent());
    }

    private static double share(List<CorpusLine> lines, Predicate<CorpusLine> which) {
        return lines.stream().filter(which).count() / (double) lines.size();
    }

    @Test
    void aFifthIsKeptAside() {
        assertThat(byStrangers(Sheet.DANGER))
                .hasSizeGreaterThanOrEqualTo(CORPUS.lines(Sheet.DANGER).size() / 5);
        assertThat(byStrangers(Sheet.LOOKALIKES))
                .hasSizeGreaterThanOrEqualTo(CORPUS.lines(Sheet.LOOKALIKES).size() / 5);
    }

    @ParameterizedTest
    @CsvSource({".06, .89", ".18, .83", ".5, .7"})
    void mostOfThemAreHeard(double sure, double heard) {
        assertThat(heard(Sheet.DANGER, sure)).isGreaterThanOrEqualTo(heard);
    }

    @ParameterizedTest
    @CsvSource({".06, .13", ".18, .07", ".5, .03"})
    void fewLookalikesAlarm(double sure, double alarms) {
        assertThat(heard(Sheet.LOOKALIKES, sure)).isLessThanOrEqualTo(alarms);
    }

    @ParameterizedTest
    @CsvSource({"TASK_ACTS, .03", "OPENINGS, .03", "FOLLOW_UPS, .05", "NAMED_OUTSIDE, .02", "VAGUE, .05"})
    void hardlyAnythingElseDoes(Sheet sheet, double alarms) {
        assertThat(heard(sheet, 0.18)).isLessThanOrEqualTo(alarms);
    }

    @Test
    void whoHelpsIsMostlyTold() {
        assertThat(share(
                        byStrangers(Sheet.DANGER),
                        line -> MODEL.in(line.cell("text"))
                                .map(Guess::label)
                                .filter(DangerModel.help(line.cell("danger"))::equals)
                                .isPresent()))
                .isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void wordlessTextsAreNoCalls() {
        assertThat(BundledModels.load().dangers().in("112 !!!")).isEqualTo(Optional.empty());
    }
}
