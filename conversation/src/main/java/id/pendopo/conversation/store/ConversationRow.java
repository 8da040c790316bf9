package id.pendopo.conversation.store;

import id.pendopo.channels.Block;
import id.pendopo.conversation.dialogue.Conversation;
import java.time.Instant;
import java.util.List;

/**
 * A conversation's row.
 *
 * @param turns how many turns the address has had, the version by which optimistic locking goes
 * @param rest what was too long for the line
 * @param touched when its last turn was
 */
public record ConversationRow(Conversation conversation, long citizen, long turns, List<Block> rest, Instant touched) {

    /** The number of the turn that comes next. */
    public long next() {
        return turns + 1;
    }

    /** Whether there is no such row yet. */
    public boolean unopened() {
        return conversation.id() == 0;
    }

    @Override
    public String toString() {
        return "ConversationRow[" + conversation.id() + ", turn " + turns + "]";
    }
}
