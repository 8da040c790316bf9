package id.pendopo.conversation.dialogue;

import id.pendopo.ticketing.TicketCode;
import java.util.List;
import java.util.Optional;

/** One message of a turn. */
public record Reply(List<Part> parts, Optional<TicketCode> ticket) {

    public Reply {
        parts = List.copyOf(parts);
    }

    static Reply of(Part... parts) {
        return new Reply(List.of(parts), Optional.empty());
    }
}
