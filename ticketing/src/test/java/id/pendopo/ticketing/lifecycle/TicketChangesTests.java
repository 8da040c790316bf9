package id.pendopo.ticketing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketChanges;
import id.pendopo.ticketing.TicketChanges.Changed;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TicketingTest
class TicketChangesTests {

    private final Tickets tickets;
    private final TicketChanges changes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    TicketChangesTests(Tickets tickets, TicketChanges changes, JdbcClient jdbc, TransactionTemplate transaction) {
        this.tickets = tickets;
        this.changes = changes;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void tellsAfterTheCommitAndNotBefore() {
        List<Changed> heard = new CopyOnWriteArrayList<>();
        NewTicket draft = Drafts.pothole();

        try (var subscription = changes.subscribe(heard::add)) {
            transaction.executeWithoutResult(status -> {
                tickets.open(draft);
                assertThat(heard).isEmpty();
            });
            tickets.addInformation(draft.code(), "Tambahan");
        }
        tickets.addInformation(draft.code(), "Nobody hears this");

        assertThat(heard).containsExactly(new Changed(draft.code(), 1), new Changed(draft.code(), 2));
    }

    @Test
    void tellsNothingOfAStepThatWasUndone() {
        List<Changed> heard = new CopyOnWriteArrayList<>();

        try (var subscription = changes.subscribe(heard::add)) {
            transaction.executeWithoutResult(status -> {
                tickets.open(Drafts.pothole());
                status.setRollbackOnly();
            });
        }

        assertThat(heard).isEmpty();
    }

    @Test
    void findsOnceWhatAnotherNodeDid() {
        TicketChanges otherNode = new JdbcTicketChanges(jdbc, false);
        Ticket ticket = tickets.open(Drafts.pothole());
        List<Changed> heard = new CopyOnWriteArrayList<>();

        try (var subscription = otherNode.subscribe(heard::add)) {
            happenedNow();
            otherNode.look();
            otherNode.look();
            tickets.addInformation(ticket.code(), "Tambahan");
            happenedNow();
            otherNode.look();
        }

        assertThat(heard).containsExactly(new Changed(ticket.code(), 1), new Changed(ticket.code(), 2));
    }

    /** The tests' clock stands still, the poll asks the database's. */
    private void happenedNow() {
        jdbc.sql("update ticket set changed_at = now()").update();
    }

    @Test
    void aPageThatFailsDoesNotHarmTheOthers() {
        List<Changed> heard = new CopyOnWriteArrayList<>();

        try (var broken = changes.subscribe(changed -> {
                    throw new IllegalStateException("gone");
                });
                var subscription = changes.subscribe(heard::add)) {
            tickets.open(Drafts.pothole());
        }

        assertThat(heard).hasSize(1);
    }
}
