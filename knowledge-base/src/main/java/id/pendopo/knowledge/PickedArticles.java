package id.pendopo.knowledge;

import java.util.Locale;

/**
 * Relevance feedback: where the desk notes which article answered a question that it was not sure of: what a search can
 * learn from.
 */
public interface PickedArticles {

    /**
     * Notes a pick, within the caller's transaction if there is one; an agent's only if the question is among those that had
     * no answer. What could name somebody is masked before anything is stored, and everything is forgotten after 24 months.
     * What several people picked for the same words becomes a further line by which the article is found.
     */
    void note(Pick pick);

    /** Takes one such pick back, the newest: it was not this article after all. */
    void withdraw(Pick pick);

    /**
     * An article that answers a question.
     *
     * @param question as the citizen wrote it
     * @param language of the citizen
     * @param kind of the line that it came by
     * @param person who picked, by any name that is always the same; only one of 256 tags is kept of it
     */
    record Pick(String question, String slug, Locale language, String kind, Picker by, String person) {

        @Override
        public String toString() {
            return "Pick[" + slug + ", " + by + "]";
        }
    }

    /** Who knew the article. */
    enum Picker {
        /** An agent who answered with it. */
        AGENT,
        /** The citizen, out of a few that it could be. */
        CITIZEN
    }
}
