package id.pendopo.knowledge;

import java.util.Locale;

/**
 * A citizen says that an article did not help, and why. Published inside the transaction that stores it.
 *
 * @param version the version that was read
 * @param reason in the citizen's words, at most 1,000 characters; may hold personal matters
 */
public record AnswerDisputed(String slug, Locale language, int version, String reason) {

    @Override
    public String toString() {
        return "AnswerDisputed[" + slug + ", " + language + ", version " + version + "]";
    }
}
