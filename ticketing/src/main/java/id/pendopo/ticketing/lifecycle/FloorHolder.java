package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Ticket;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who speaks with a ticket's citizen, asked of the conversation, which alone keeps it. */
@Component
class FloorHolder {

    private final ObjectProvider<Correspondence> correspondence;

    FloorHolder(ObjectProvider<Correspondence> correspondence) {
        this.correspondence = correspondence;
    }

    /** Whether an agent does, and the bot is mute; nobody where nobody corresponds. */
    boolean held(Ticket ticket) {
        Correspondence conversation = correspondence.getIfAvailable();
        return conversation != null && conversation.held(ticket);
    }
}
