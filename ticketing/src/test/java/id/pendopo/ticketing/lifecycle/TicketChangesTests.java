package id.pendopo.ticketing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketChanges;
import id.pendopo.ticketing.TicketChanges.Changed;
import id.pendopo.ticketing.TicketCommand;
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
                tickets.handle(new TicketCommand.Open(draft), Actor.CITIZEN);
                assertThat(heard).isEmpty();
            });
            tickets.handle(new TicketCommand.AddInformation(draft.code(), "Tambahan"), Actor.CITIZEN);
        }
        tickets.handle(new TicketCommand.AddInformation(draft.code(), "Nobody hears this"), Actor.CITIZEN);

        assertThat(heard).containsExactly(new Changed(draft.code(), 1), new Changed(draft.code(), 2));
    }

    @Test
    void tellsNothingOfAStepThatWasUndone() {
        List<Changed> heard = new CopyOnWriteArrayList<>();

        try (var subscription = changes.subscribe(heard::add)) {
            transaction.executeWithoutResult(status -> {
                tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
                status.setRollbackOnly();
            });
        }

        assertThat(heard).isEmpty();
    }

    @Test
    void findsOnceWhatAnotherNodeDid() {
        TicketChanges otherNode = new JdbcTicketChanges(jdbc, false);
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        List<Changed> heard = new CopyOnWriteArrayList<>();

        try (var subscription = otherNode.subscribe(heard::add)) {
            happenedNow();
            otherNode.look();
            otherNode.look();
            tickets.handle(new TicketCommand.AddInformation(ticket.code(), "Tambahan"), Actor.CITIZEN);
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
            tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        }

        assertThat(heard).hasSize(1);
    }
}
