package id.pendopo.conversation.dialogue;

import java.util.Locale;

/**
 * An article that the citizen picked out of a few that a question could mean.
 *
 * @param question in the citizen's words
 * @param language of the conversation then
 */
public record Picked(String question, String article, Locale language) {

    @Override
    public String toString() {
        return "Picked[" + article + "]";
    }
}
