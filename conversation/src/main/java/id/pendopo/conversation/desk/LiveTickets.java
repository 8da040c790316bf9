package id.pendopo.conversation.desk;

import id.pendopo.channels.LiveEvents;
import id.pendopo.ticketing.TicketChanges;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Relays "look again" from tickets to the desk's pages on other nodes, by the way that live events take. */
@Component
class LiveTickets {

    private static final String TOPIC = "tickets";

    private final LiveEvents live;
    private final TicketChanges tickets;
    private final AtomicReference<Optional<LiveEvents.Subscription>> lookout = new AtomicReference<>(Optional.empty());

    LiveTickets(LiveEvents live, TicketChanges tickets) {
        this.live = live;
        this.tickets = tickets;
    }

    @PostConstruct
    void listen() {
        lookout.set(Optional.of(live.subscribe(TOPIC, tickets::look)));
    }

    @EventListener
    void changed(TicketChanges.Changed changed) {
        live.changed(TOPIC);
    }

    @PreDestroy
    void leave() {
        lookout.getAndSet(Optional.empty()).ifPresent(LiveEvents.Subscription::close);
    }
}
