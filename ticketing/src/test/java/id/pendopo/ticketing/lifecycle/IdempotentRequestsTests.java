package id.pendopo.ticketing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TicketingTest
class IdempotentRequestsTests {

    private final IdempotentRequests requests;
    private final Tickets tickets;
    private final TicketEraser eraser;
    private final MovingClock clock;
    private final JdbcClient jdbc;

    @Autowired
    IdempotentRequestsTests(
            IdempotentRequests requests, Tickets tickets, TicketEraser eraser, MovingClock clock, JdbcClient jdbc) {
        this.requests = requests;
        this.tickets = tickets;
        this.eraser = eraser;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void manyRequestsAtOnceUnderOneKeyTakeOneStep() throws Exception {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        Optional<IdempotencyKey> key = IdempotencyKey.ofForm("k", "note");
        Callable<Ticket> click =
                () -> requests.handle(key, new TicketCommand.Note(ticket.code(), "Catatan"), Actor.agent("ani"));

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Ticket> clicked : threads.invokeAll(Collections.nCopies(8, click))) {
                assertThat(clicked.get().version()).isEqualTo(2);
            }
        }
    }

    @Test
    void aStepThatFailedIsTakenWhenItIsAskedForAgain() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        Optional<IdempotencyKey> key = IdempotencyKey.ofForm("k", "reply");
        assertThatThrownBy(() -> requests.handle(
                        key, new TicketCommand.Reply(ticket.code(), 7, "Kami datang"), Actor.agent("ani")))
                .isInstanceOf(Tickets.StaleTicket.class);

        assertThat(requests.handle(key, new TicketCommand.Reply(ticket.code(), 1, "Kami datang"), Actor.agent("ani"))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void theSameKeyOfTwoTicketsIsTwoRequests() {
        Ticket one = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        Ticket other = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        Optional<IdempotencyKey> key = IdempotencyKey.ofForm("k", "note");
        requests.handle(key, new TicketCommand.Note(one.code(), "Catatan"), Actor.agent("ani"));

        assertThat(requests.handle(key, new TicketCommand.Note(other.code(), "Catatan"), Actor.agent("ani"))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void withoutAKeyEveryRequestCounts() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        requests.handle(Optional.empty(), new TicketCommand.Note(ticket.code(), "Catatan"), Actor.agent("ani"));

        assertThat(requests.handle(
                                IdempotencyKey.ofForm(" ", "note"),
                                new TicketCommand.Note(ticket.code(), "Catatan"),
                                Actor.agent("ani"))
                        .version())
                .isEqualTo(3);
    }

    @Test
    void keysAreForgottenAfterAWeek() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        requests.handle(
                IdempotencyKey.ofForm("k", "note"),
                new TicketCommand.Note(ticket.code(), "Catatan"),
                Actor.agent("ani"));
        clock.forward(IdempotentRequests.KEPT.minusSeconds(1));
        eraser.erase();
        assertThat(kept()).isEqualTo(1);
        clock.forward(IdempotentRequests.KEPT);
        eraser.erase();

        assertThat(kept()).isZero();
    }

    private int kept() {
        return jdbc.sql("select count(*) from ticket_request")
                .query(Integer.class)
                .single();
    }
}
