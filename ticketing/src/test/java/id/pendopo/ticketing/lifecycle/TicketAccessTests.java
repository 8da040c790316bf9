package id.pendopo.ticketing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketAccess;
import id.pendopo.ticketing.TicketAccess.Verdict;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.Visibility;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TicketingTest
class TicketAccessTests {

    private final TicketAccess access;
    private final Tickets tickets;
    private final MovingClock clock;

    @Autowired
    TicketAccessTests(TicketAccess access, Tickets tickets, MovingClock clock) {
        this.access = access;
        this.tickets = tickets;
        this.clock = clock;
    }

    @Test
    void opensToTheRightDigitsAsOftenAsTheyCome() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        for (int i = 0; i < 10; i++) {
            assertThat(access.tryDigits(ticket.code(), "0812-3456-7890")).isEqualTo(new Verdict.Granted(ticket));
        }
    }

    @Test
    void locksAfterFiveWrongTriesUntilTheHourIsOver() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        for (int left = 4; left > 0; left--) {
            assertThat(access.tryDigits(ticket.code(), "1111")).isEqualTo(new Verdict.Wrong(left));
        }
        Verdict locked = new Verdict.Locked(MovingClock.START.plus(Duration.ofHours(1)));
        assertThat(access.tryDigits(ticket.code(), "1111")).isEqualTo(locked);
        clock.forward(Duration.ofMinutes(59));
        assertThat(access.tryDigits(ticket.code(), "7890")).isEqualTo(locked);
        clock.forward(Duration.ofMinutes(1));
        assertThat(access.tryDigits(ticket.code(), "7890")).isEqualTo(new Verdict.Granted(ticket));
    }

    @Test
    void judgesAsATryWouldBeAndCountsNothing() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        for (int i = 0; i < 10; i++) {
            assertThat(access.judge(ticket.code(), "1111")).isEqualTo(new Verdict.Wrong(4));
            assertThat(access.judge(ticket.code(), "0812-3456-7890")).isEqualTo(new Verdict.Granted(ticket));
        }
        for (int i = 0; i < 5; i++) {
            Verdict judged = access.judge(ticket.code(), "1111");
            assertThat(access.tryDigits(ticket.code(), "1111")).isEqualTo(judged);
        }

        assertThat(access.judge(ticket.code(), "7890"))
                .isEqualTo(access.tryDigits(ticket.code(), "7890"))
                .isInstanceOf(Verdict.Locked.class);
        clock.forward(Duration.ofHours(1));
        assertThat(access.judge(ticket.code(), "7890")).isEqualTo(new Verdict.Granted(ticket));
        assertThat(access.judge(TicketCode.random(), "7890")).isEqualTo(new Verdict.Unknown());
    }

    @Test
    void countsEachCodeForItself() {
        Ticket one = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        Ticket other = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        access.tryDigits(one.code(), "1111");

        assertThat(access.tryDigits(other.code(), "1111")).isEqualTo(new Verdict.Wrong(4));
    }

    @Test
    void manyTriesAtOnceDoNotPassTogether() throws InterruptedException {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        Callable<Verdict> wrong = () -> access.tryDigits(ticket.code(), "1111");

        try (var threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(Collections.nCopies(20, wrong));
        }

        assertThat(access.tryDigits(ticket.code(), "7890")).isInstanceOf(Verdict.Locked.class);
    }

    @Test
    void aReceiptIsProofInItself() {
        Ticket ticket =
                tickets.handle(new TicketCommand.Open(withoutNumber(TicketCode.anonymousReceipt())), Actor.CITIZEN);

        assertThat(access.tryDigits(ticket.code(), "")).isEqualTo(new Verdict.Granted(ticket));
    }

    @Test
    void withoutANumberNoDigitsHelp() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(withoutNumber(TicketCode.random())), Actor.CITIZEN);

        assertThat(access.tryDigits(ticket.code(), "")).isEqualTo(new Verdict.NoNumber());
        assertThat(access.tryDigits(TicketCode.random(), "7890")).isEqualTo(new Verdict.Unknown());
    }

    private static NewTicket withoutNumber(TicketCode code) {
        return new NewTicket(
                code,
                TicketType.COMPLAINT,
                "sampah",
                "Sampah menumpuk",
                Optional.empty(),
                Optional.empty(),
                Visibility.ANONYMOUS,
                false,
                Optional.empty(),
                "web",
                Optional.empty(),
                Locale.of("id"),
                Optional.empty());
    }
}
