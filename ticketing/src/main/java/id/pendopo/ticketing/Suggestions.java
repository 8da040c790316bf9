package id.pendopo.ticketing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The port to suggestions for agents: articles and a category for a text. Without an implementation the pages leave it
 * out.
 */
public interface Suggestions {

    /** Articles that may answer a text, best first, at most three. */
    List<Article> articles(String text, Locale language);

    /** An article that was suggested before; empty when it is published no more. */
    Optional<Article> article(String slug, Locale language);

    /** The category that a text is likely about, with confidence 0 to 1. */
    Optional<Guess> category(String text);

    /**
     * An article to send.
     *
     * @param slug names it in every language
     */
    record Article(String slug, Locale language, String title, String url, String text) {}

    /** A category's key with confidence. */
    record Guess(String category, double confidence) {}
}
