package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.CorpusLine;
import id.pendopo.knowledge.corpus.Sheet;
import java.util.List;
import java.util.function.Predicate;

/** Training set of the classifier of task acts. */
final class TaskActs {

    /** What occurs once tells one author's words: without it the model is half as large, and strangers are understood nearly as well. */
    static final int CUTOFF = 2;

    private TaskActs() {}

    static List<Example> examples(CivicCorpus corpus, Predicate<CorpusLine> taught) {
        return corpus.lines(Sheet.TASK_ACTS).stream()
                .filter(taught)
                .map(line -> new Example(line.cell("text"), line.cell("act")))
                .toList();
    }
}
