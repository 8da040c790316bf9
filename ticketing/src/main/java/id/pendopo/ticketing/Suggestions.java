package id.pendopo.ticketing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The port to suggestions for agents: articles and a category for a text. Without an implementation the pages leave it
 * out.
 */
public interface Suggestions {

    /** Articles that may answer a text, best first, at most three; none for a command such as "cancel". */
    List<Article> articles(String text, Locale language);

    /** An article that was suggested before; empty when it is published no more. */
    Optional<Article> article(String slug, Locale language);

    /** The category that a text is likely about, with confidence 0 to 1. */
    Optional<Guess> category(String text);

    /**
     * An article to send.
     *
     * @param slug names it in every language
     * @param url of its page, relative, for whoever works here
     * @param address of its page as citizens open it wherever they read it, a text message too
     */
    record Article(String slug, Locale language, String title, String url, String address, String text) {}

    /** A category's key with confidence. */
    record Guess(String category, double confidence) {}
}
