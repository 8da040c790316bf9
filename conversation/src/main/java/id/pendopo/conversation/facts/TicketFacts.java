package id.pendopo.conversation.facts;

import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Transfer;
import id.pendopo.conversation.dialogue.Try;
import id.pendopo.ticketing.Ticket;
import java.util.List;
import java.util.Optional;

/** The part of {@link Facts} that is about tickets and the ways between conversations. */
record TicketFacts(
        Optional<Facts.Named> named,
        List<Ticket> open,
        Optional<Ticket> latest,
        Optional<Transfer> transfer,
        List<Try> tried) {

    TicketFacts {
        open = List.copyOf(open);
        tried = List.copyOf(tried);
    }
}
