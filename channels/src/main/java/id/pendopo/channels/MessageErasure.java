package id.pendopo.channels;

import java.util.List;
import java.util.Set;

/** The erasure of messages: takes the words of turns, and where they came from, out of every row that has both. */
public interface MessageErasure {

    /**
     * Within the receiver's transaction, after {@link Inbox#complete}. A message is emptied at once; so is a reply that was
     * heard. One that was not yet, the current turn's among them, is emptied with the step by which its sending ends.
     * A repeated message gets its answer until then, and a bare acknowledgement afterwards.
     *
     * @return the files that came with the messages; from now on they are nobody's
     */
    List<Attachment> erase(Words words);

    /**
     * What is erased of a conversation.
     *
     * @param turns numbers of turns
     * @param current the turn that is being taken; 0 for none
     * @param quoted passages: whatever message of the conversation has one of them, or is part of one, goes too
     */
    record Words(long conversation, Set<Long> turns, long current, List<String> quoted) {

        public Words {
            turns = Set.copyOf(turns);
            quoted = List.copyOf(quoted);
        }

        @Override
        public String toString() {
            return "Words[" + conversation + "]";
        }
    }
}
