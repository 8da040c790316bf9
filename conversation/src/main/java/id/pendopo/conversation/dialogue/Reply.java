package id.pendopo.conversation.dialogue;

import id.pendopo.ticketing.TicketCode;
import java.util.List;
import java.util.Optional;

/** One outbound message of a turn, as parts yet to be put into words. */
public record Reply(List<Part> parts, Optional<TicketCode> ticket) {

    public Reply {
        parts = List.copyOf(parts);
    }

    static Reply of(Part... parts) {
        return new Reply(List.of(parts), Optional.empty());
    }
}
