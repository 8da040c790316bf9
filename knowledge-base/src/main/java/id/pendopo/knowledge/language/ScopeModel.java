package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier;
import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.CorpusLine;
import id.pendopo.knowledge.corpus.Sheet;
import id.pendopo.knowledge.search.Scope;
import id.pendopo.knowledge.text.Lexicon;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * In-domain classifier: what the corpus teaches of questions to a public desk: those to any service, against everything
 * else that people write.
 */
public final class ScopeModel {

    private static final double UNTAUGHT = 0.2;

    private static final String DESK = "desk";
    private static final String ELSE = "else";
    private static final Set<Sheet> TAUGHT =
            Set.of(Sheet.QUESTIONS, Sheet.OUTSIDE, Sheet.NAMED_OUTSIDE, Sheet.LANGUAGES, Sheet.ACTS, Sheet.COMPLAINTS);

    private ScopeModel() {}

    /** The examples among the corpus' lines that pass a test. */
    static List<Example> examples(CivicCorpus corpus, Predicate<CorpusLine> taught) {
        return corpus.lines().stream()
                .filter(line -> TAUGHT.contains(line.sheet()) && !asks(line))
                .filter(taught)
                .map(line -> new Example(line.cell("text"), line.sheet() == Sheet.QUESTIONS ? DESK : ELSE))
                .toList();
    }

    /** A question among the acts may be one to the desk or not. */
    private static boolean asks(CorpusLine line) {
        return line.sheet() == Sheet.ACTS && line.cell("label").equals("question");
    }

    /** What is learned from the corpus' lines that pass a test, with a second opinion where a sentence model is at hand. */
    public static Scope learned(CivicCorpus corpus, Predicate<CorpusLine> taught, Lexicon lexicon) {
        DoccatClassifier classifier = new DoccatClassifier(lexicon);
        classifier.train(examples(corpus, taught), SecondOpinions.shipped().embedder());
        return of(classifier);
    }

    /** What a classifier tells that learned such examples. */
    public static Scope of(TextClassifier classifier) {
        return text -> classifier
                .classify(text)
                .map(guess -> guess.label().equals(DESK) ? guess.confidence() : 1 - guess.confidence())
                .orElse(0.0);
    }

    /**
     * What the model that the build trained tells. Of a text in a language that nobody taught it, whose words are mostly
     * unknown, it knows nothing, which speaks neither for nor much against a question to the desk.
     */
    public static Scope shipped(Lexicon lexicon) {
        Scope learned = of(DoccatClassifier.ofScope(lexicon));
        WordVectors words = WordVectors.shipped();
        return text -> {
            double asked = learned.of(text);
            return asked < UNTAUGHT && !words.understands(lexicon.standardWords(text)) ? UNTAUGHT : asked;
        };
    }
}
