package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.CorpusLine;
import id.pendopo.knowledge.corpus.Sheet;
import java.util.List;
import java.util.Set;

/** Training set and test set of the classifier of task acts; the test set is what some authors wrote, and nobody else. */
final class TaskActs {

    /** Whose lines nothing learns from: they tell how well strangers are understood. */
    private static final Set<String> KEPT_ASIDE = Set.of("a4", "a9", "en2", "jv2", "su2");

    /** What occurs once tells one author's words: without it the model is half as large, and strangers are understood nearly as well. */
    static final int CUTOFF = 2;

    private TaskActs() {}

    static List<Example> learned(CivicCorpus corpus) {
        return examples(corpus, false);
    }

    static List<Example> kept(CivicCorpus corpus) {
        return examples(corpus, true);
    }

    static boolean keptAside(CorpusLine line) {
        return line.sheet() == Sheet.TASK_ACTS && KEPT_ASIDE.contains(line.cell("author"));
    }

    private static List<Example> examples(CivicCorpus corpus, boolean kept) {
        return corpus.lines(Sheet.TASK_ACTS).stream()
                .filter(line -> keptAside(line) == kept)
                .map(line -> new Example(line.cell("text"), line.cell("act")))
                .toList();
    }
}
