package id.pendopo.conversation;

import id.pendopo.channels.Address;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.Turn;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Tickets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who writes on the test line. Any thread may call. */
public final class Person {

    private final Address address;
    private final Receiver conversations;
    private final Tickets tickets;
    private final SettableClock clock;
    private final AtomicInteger messages = new AtomicInteger();

    Person(Address address, Receiver conversations, Tickets tickets, SettableClock clock) {
        this.address = address;
        this.conversations = conversations;
        this.tickets = tickets;
        this.clock = clock;
    }

    public Address address() {
        return address;
    }

    /** Somebody else, whose number is one digit longer. */
    public Person neighbour(int digit) {
        return new Person(new Address("test", address.value() + digit), conversations, tickets, clock);
    }

    public String lastFour() {
        return address.value().substring(address.value().length() - 4);
    }

    public InboundMessage message(String text) {
        String id = address.value() + "/" + messages.incrementAndGet();
        return InboundMessage.text("test", id, clock.instant(), "test-line", address, text);
    }

    public Turn say(String text) {
        return say(message(text));
    }

    public Turn say(InboundMessage message) {
        return conversations
                .run(List.of(conversations.prepare(message)), Turn.Mode.ON_TIME)
                .getFirst();
    }

    /** What the desk answers to this. */
    public String hears(String text) {
        return words(say(text));
    }

    public Ticket reports(String what) {
        say("mau lapor " + what);
        return tickets.latest(say("ya").conversation()).orElseThrow();
    }

    public static String words(Turn turn) {
        return new String(turn.answer().body(), StandardCharsets.UTF_8);
    }
}
