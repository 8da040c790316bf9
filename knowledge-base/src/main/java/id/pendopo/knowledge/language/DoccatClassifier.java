package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier;
import id.pendopo.knowledge.search.Lexicon;
import id.pendopo.knowledge.search.Recall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Learns labels by naive Bayes from examples in standard words, so that "gmn" and "bagaimana" are the same evidence. */
public final class DoccatClassifier implements TextClassifier {

    private final Lexicon lexicon;
    private volatile @Nullable Learned learned;

    /** A model with what it made of texts; both are replaced at once. */
    private record Learned(NaiveBayes model, Recall<String, Optional<Guess>> guesses) {}

    /** A classifier that knows nothing yet. */
    public DoccatClassifier(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    @Override
    public Optional<Guess> classify(String text) {
        Learned now = learned;
        return now == null ? Optional.empty() : now.guesses().of(text, text, given -> guess(now.model(), given));
    }

    private Optional<Guess> guess(NaiveBayes model, String text) {
        List<String> words = lexicon.standardWords(text);
        if (words.stream().noneMatch(word -> Character.isLetter(word.codePointAt(0)))) {
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
        learned = tellable
                ? new Learned(new NaiveBayes(NaiveBayes.train(examples, lexicon::standardWords)), new Recall<>())
                : null;
    }
}
