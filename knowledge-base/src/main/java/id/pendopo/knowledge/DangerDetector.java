package id.pendopo.knowledge;

import id.pendopo.knowledge.TextClassifier.Guess;
import java.util.Optional;

/** Danger detection: tells whether the writer of a text, or somebody it speaks of, is in danger of life now. */
public interface DangerDetector {

    /**
     * Who would help ({@code fire}, {@code medical}, {@code violence}, {@code crime}, {@code disaster}, {@code despair}),
     * and how sure it is, from 0 to 1, that there is danger at all.
     *
     * @return empty when the text has no letters
     */
    Optional<Guess> in(String text);
}
