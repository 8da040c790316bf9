package id.pendopo.conversation;

import id.pendopo.channels.Address;
import id.pendopo.channels.Receiver;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Tickets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Invented people; each test takes its own, on a working morning of the desk. */
@Component
public class People {

    private final AtomicInteger taken = new AtomicInteger();
    private final Receiver conversations;
    private final Tickets tickets;
    private final Agents agents;
    private final Disturbance disturbance;
    private final SettableClock clock;

    People(Receiver conversations, Tickets tickets, Agents agents, Disturbance disturbance, SettableClock clock) {
        this.conversations = conversations;
        this.tickets = tickets;
        this.agents = agents;
        this.disturbance = disturbance;
        this.clock = clock;
    }

    /** Somebody whom the desk has never heard of; nothing is disturbed any more. */
    public Person next() {
        disturbance.none();
        clock.at(Instant.parse("2026-03-17T02:00:00Z"));
        agents.put(new Agents.Agent("ani", "Ani", "pusat-layanan"));
        agents.put(new Agents.Agent("budi", "Budi", "pusat-layanan"));
        Address address = new Address("test", "+62813000" + (10000 + taken.incrementAndGet()));
        return new Person(address, conversations, tickets, clock);
    }
}
