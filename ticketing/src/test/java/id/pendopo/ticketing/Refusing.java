package id.pendopo.ticketing;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A conversation that cannot take one certain reply. */
@Component
class Refusing {

    static final String TEXT = "Balasan yang tidak dapat diantre";

    @EventListener
    void refuse(TicketEvent.AgentReplied replied) {
        if (replied.text().equals(TEXT)) {
            throw new IllegalStateException("the outbox is full");
        }
    }
}
