package id.pendopo.ticketing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.IdempotencyKey;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.Ticket;
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
        Ticket ticket = tickets.open(Drafts.pothole());
        Optional<IdempotencyKey> key = IdempotencyKey.ofForm("k", "note");
        Callable<Ticket> click =
                () -> requests.once(ticket.code(), key, () -> tickets.note(ticket.code(), "Catatan", "ani"));

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Ticket> clicked : threads.invokeAll(Collections.nCopies(8, click))) {
                assertThat(clicked.get().version()).isEqualTo(2);
            }
        }
    }

    @Test
    void aStepThatFailedIsTakenWhenItIsAskedForAgain() {
        Ticket ticket = tickets.open(Drafts.pothole());
        Optional<IdempotencyKey> key = IdempotencyKey.ofForm("k", "reply");
        assertThatThrownBy(() ->
                        requests.once(ticket.code(), key, () -> tickets.reply(ticket.code(), 7, "Kami datang", "ani")))
                .isInstanceOf(Tickets.StaleTicket.class);

        assertThat(requests.once(ticket.code(), key, () -> tickets.reply(ticket.code(), 1, "Kami datang", "ani"))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void theSameKeyOfTwoTicketsIsTwoRequests() {
        Ticket one = tickets.open(Drafts.pothole());
        Ticket other = tickets.open(Drafts.pothole());
        Optional<IdempotencyKey> key = IdempotencyKey.ofForm("k", "note");
        requests.once(one.code(), key, () -> tickets.note(one.code(), "Catatan", "ani"));

        assertThat(requests.once(other.code(), key, () -> tickets.note(other.code(), "Catatan", "ani"))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void withoutAKeyEveryRequestCounts() {
        Ticket ticket = tickets.open(Drafts.pothole());
        requests.once(ticket.code(), Optional.empty(), () -> tickets.note(ticket.code(), "Catatan", "ani"));

        assertThat(requests.once(
                                ticket.code(),
                                IdempotencyKey.ofForm(" ", "note"),
                                () -> tickets.note(ticket.code(), "Catatan", "ani"))
                        .version())
                .isEqualTo(3);
    }

    @Test
    void keysAreForgottenAfterAWeek() {
        Ticket ticket = tickets.open(Drafts.pothole());
        requests.once(
                ticket.code(), IdempotencyKey.ofForm("k", "note"), () -> tickets.note(ticket.code(), "Catatan", "ani"));
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
