package id.pendopo.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * Text classification by supervised learning: learns labels from examples; the conversation uses one for dialogue acts
 * and one for ticket categories.
 */
public interface TextClassifier {

    /**
     * The likeliest label.
     *
     * @return empty when nothing was learned or the text has no letters
     */
    Optional<Guess> classify(String text);

    /** What was learned, replaced at once; takes seconds, never blocks {@link #classify}. */
    void train(List<Example> examples);

    /** A label with the model's confidence, 0 to 1. */
    record Guess(String label, double confidence) {}

    /** A text with its label. */
    record Example(String text, String label) {

        @Override
        public String toString() {
            return "Example[" + label + "]";
        }
    }

    /** Makes classifiers. */
    interface Factory {

        /** A classifier that knows nothing yet. */
        TextClassifier create();
    }
}
