package id.pendopo.knowledge.articles;

import id.pendopo.knowledge.articles.Card.State;
import java.util.List;

/**
 * Unpublished draft: a text on its way to being published.
 *
 * @param words what it says; its version number means nothing yet
 * @param golden questions that must find it, never searched
 * @param internal whether only the desk will read it; decided for a new article, fixed for a published one
 * @param revision from 1, grows with every change
 * @param basedOn the published version that it started from, 0 for none
 * @param authors everybody who changed it, by log-in: none of them may approve it
 * @param note why it was sent back, empty for no reason
 */
public record Draft(
        Edition words,
        List<String> golden,
        boolean internal,
        State state,
        int revision,
        int basedOn,
        List<String> authors,
        String note) {

    public Draft {
        golden = List.copyOf(golden);
        authors = List.copyOf(authors);
    }

    /** Whether this person may approve it: it waits for somebody, and they wrote none of it. */
    public boolean approvableBy(String login) {
        return state == State.REVIEW && !authors.contains(login);
    }
}
