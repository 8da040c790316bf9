package id.pendopo.ticketing;

import java.util.function.Consumer;

/**
 * Change notifications for open pages: which tickets to look at again, at once what this node committed, within a second
 * what another node did. Only code and version travel; a page reads the rest from the database.
 */
public interface TicketChanges {

    /** Look again at a ticket that is at this version now. */
    record Changed(TicketCode code, long version) {}

    /** Ends a subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Calls the listener on the thread that committed or polled: it must be quick, and one that throws is only logged. */
    Subscription subscribe(Consumer<Changed> listener);

    /** A change heard of from another node; heard twice it is told once. */
    void heard(Changed changed);

    /** Finds what other nodes committed within the last ten seconds; done each second, and at once when one says so. */
    void look();
}
