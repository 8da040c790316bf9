package id.pendopo.channels;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The access rule of messages: which of them somebody who looks after messages may know of. Filled in by whoever knows what
 * the messages are about; where nobody does, all are shown.
 */
public interface MessageReaders {

    /**
     * The numbers of those messages that somebody may know of.
     *
     * @param login what {@code Principal.getName()} is
     */
    Set<Long> visible(List<Message> messages, String login);

    /**
     * A message, by what decides who may know of it.
     *
     * @param id its row
     * @param conversation empty when it belongs to none
     * @param ticket the code of the ticket that it is about, where it names one
     */
    record Message(long id, Optional<Long> conversation, Optional<String> ticket) {}
}
