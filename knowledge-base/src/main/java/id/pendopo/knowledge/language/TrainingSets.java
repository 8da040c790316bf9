package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.CorpusLine;
import id.pendopo.knowledge.corpus.Sheet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Training sets of the classifiers of dialogue acts: what the corpus' lines that pass a test teach of each. */
final class TrainingSets {

    /** What occurs less often tells one author's words: without it a model is half as large, and understands strangers as well. */
    static final int CUTOFF = 2;

    /** What a first message is that is neither complaint nor idea, praise or question about a service. */
    private static final String OTHER = "other";

    private static final Set<String> NEITHER = Set.of("complaint", "question", "emergency", "status");

    private static final int EVERY = 8;

    private TrainingSets() {}

    /** What a message does whose writer was asked something. */
    static List<Example> taskActs(CivicCorpus corpus, Predicate<CorpusLine> taught) {
        return examples(corpus, Sheet.TASK_ACTS, "act", taught).toList();
    }

    /** What a message does whose writer has a ticket. */
    static List<Example> followUps(CivicCorpus corpus, Predicate<CorpusLine> taught) {
        return examples(corpus, Sheet.FOLLOW_UPS, "follow-up", taught).toList();
    }

    /** What a first message is: {@code complaint}, {@code idea}, {@code praise}, {@code vague}, or {@code other}. */
    static List<Example> openings(CivicCorpus corpus, Predicate<CorpusLine> taught) {
        return Stream.of(
                        examples(corpus, Sheet.OPENINGS, "opening", taught)
                                .map(line -> line.label().equals("service") ? new Example(line.text(), OTHER) : line),
                        all(corpus, Sheet.COMPLAINTS, "complaint", taught),
                        some(all(corpus, Sheet.QUESTIONS, OTHER, taught).toList()),
                        all(corpus, Sheet.OUTSIDE, OTHER, taught),
                        all(corpus, Sheet.NAMED_OUTSIDE, OTHER, taught),
                        all(corpus, Sheet.VAGUE, "vague", taught),
                        all(corpus, Sheet.GUARD, OTHER, taught),
                        all(corpus, Sheet.ACTS, OTHER, taught.and(line -> !NEITHER.contains(line.cell("label")))))
                .flatMap(examples -> examples)
                .toList();
    }

    /** Of what there is much more of than of all else, an even part: the labels should weigh about the same. */
    private static Stream<Example> some(List<Example> many) {
        return IntStream.range(0, many.size()).filter(i -> i % EVERY == 0).mapToObj(many::get);
    }

    private static Stream<Example> examples(
            CivicCorpus corpus, Sheet sheet, String label, Predicate<CorpusLine> taught) {
        return corpus.lines(sheet).stream()
                .filter(taught)
                .map(line -> new Example(line.cell("text"), line.cell(label)));
    }

    private static Stream<Example> all(CivicCorpus corpus, Sheet sheet, String label, Predicate<CorpusLine> taught) {
        return corpus.lines(sheet).stream().filter(taught).map(line -> new Example(line.cell("text"), label));
    }
}
