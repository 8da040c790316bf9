package id.pendopo.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.CorpusLine;
import id.pendopo.knowledge.corpus.Sheet;
import id.pendopo.knowledge.search.Scope;
import id.pendopo.knowledge.text.Lexicon;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of the scope of lines that were not learned. */
class ScopeTests {

    private static final int EVERY = 10;
    private static final CivicCorpus CORPUS = CivicCorpus.read(Path.of("corpus"));

    private static final List<CorpusLine> QUESTIONS = some(Sheet.QUESTIONS);
    private static final List<CorpusLine> COMPLAINTS = some(Sheet.COMPLAINTS);
    private static final List<CorpusLine> NAMED =
            CORPUS.lines(Sheet.NAMED_OUTSIDE).stream().filter(Strangers::wrote).toList();

    private static final Scope SCOPE = learned();

    private static Scope learned() {
        DoccatClassifier classifier = new DoccatClassifier(Lexicon.shipped());
        classifier.train(ScopeModel.examples(
                CORPUS,
                Predicate.<CorpusLine>not(Strangers::wrote)
                        .and(line -> !QUESTIONS.contains(line) && !COMPLAINTS.contains(line))));
        return ScopeModel.of(classifier);
    }

    private static List<CorpusLine> some(Sheet sheet) {
        List<CorpusLine> all = CORPUS.lines(sheet);
        return IntStream.range(0, all.size())
                .filter(i -> i % EVERY == 0)
                .mapToObj(all::get)
                .toList();
    }

    @Test
    void toNameAServiceIsNotToAskTheDesk() {
        assertThat(NAMED).hasSizeGreaterThan(100);
        assertThat(asksTheDesk(NAMED)).isLessThan(.6);
    }

    @Test
    void questionsAreHeardAndComplaintsAreNotTakenForThem() {
        assertThat(asksTheDesk(QUESTIONS)).isGreaterThan(.92);
        assertThat(asksTheDesk(COMPLAINTS)).isLessThan(.25);
    }

    private static double asksTheDesk(List<CorpusLine> lines) {
        long asks =
                lines.stream().filter(line -> SCOPE.of(line.cell("text")) > .5).count();
        return asks / (double) lines.size();
    }
}
