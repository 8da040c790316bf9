package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier;
import id.pendopo.knowledge.search.Lexicon;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Learns labels by naive Bayes from examples in standard words, so that "gmn" and "bagaimana" are the same evidence. */
public final class DoccatClassifier implements TextClassifier {

    private final Lexicon lexicon;
    private volatile @Nullable NaiveBayes learned;

    /** A classifier that knows nothing yet. */
    public DoccatClassifier(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public Optional<Guess> classify(String text) {
        NaiveBayes model = learned;
        List<String> words = lexicon.standardWords(text);
        if (model == null || words.stream().noneMatch(word -> Character.isLetter(word.codePointAt(0)))) {
            return Optional.empty();
        }
        return model.likelihoods(words).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(best -> new Guess(best.getKey(), best.getValue()));
    }

    /** Replaces what was learned; with fewer than two labels there is nothing to tell apart, and nothing is known. */
    @Override
    public void train(List<Example> examples) {
        boolean tellable = examples.stream().map(Example::label).distinct().count() > 1;
        learned = tellable ? new NaiveBayes(NaiveBayes.train(examples, lexicon::standardWords)) : null;
    }
}
