package id.pendopo.knowledge;

import java.util.Locale;
import java.util.Optional;

/**
 * Query to the knowledge base: what a citizen wants to know.
 *
 * @param text as it was typed, at most 1,600 characters are read
 * @param language the language of the answer
 * @param about the slug of the article the conversation was about, for "kalau hilang?" and "bayar ga?"
 */
public record Question(String text, Locale language, Optional<String> about) {

    @Override
    public String toString() {
        return "Question[REDACTED]";
    }
}
