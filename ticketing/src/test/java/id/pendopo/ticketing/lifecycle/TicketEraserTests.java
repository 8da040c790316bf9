package id.pendopo.ticketing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketAccess;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketState;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.labels.EventDescriptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TicketingTest
class TicketEraserTests {

    private final TicketEraser eraser;
    private final Tickets tickets;
    private final TicketHistory history;
    private final TicketAccess access;
    private final JdbcClient jdbc;
    private final MovingClock clock;

    @Autowired
    TicketEraserTests(
            TicketEraser eraser,
            Tickets tickets,
            TicketHistory history,
            TicketAccess access,
            JdbcClient jdbc,
            MovingClock clock) {
        this.eraser = eraser;
        this.tickets = tickets;
        this.history = history;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void emptiesWhatPeopleWroteTwoYearsAfterClosing() {
        Ticket old = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Note(old.code(), "Rumah Bu Siti"), Actor.agent("ani"));
        tickets.handle(
                new TicketCommand.EditInformation(old.code(), "Rumah Bu Siti", "Depan rumah Bu Siti"), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Close(old.code(), 3, Outcome.FIXED, "Sudah, Bu Siti."), Actor.agent("ani"));
        tickets.handle(new TicketCommand.DenySolved(old.code(), "Depan rumah Bu Siti belum"), Actor.CITIZEN);
        tickets.handle(
                new TicketCommand.Close(old.code(), 5, Outcome.FIXED, "Sekarang sudah, Bu Siti."), Actor.agent("ani"));
        tickets.handle(new TicketCommand.Rate(old.code(), new Rating(4), "Kata Siti terlalu lama"), Actor.CITIZEN);
        Ticket worked = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        clock.forward(Duration.ofDays(730));
        assertThat(eraser.erase()).isZero();
        clock.forward(Duration.ofDays(2));

        assertThat(eraser.erase()).isEqualTo(1);
        assertThat(eraser.erase()).isZero();

        Ticket emptied = tickets.find(old.code()).orElseThrow();
        assertThat(emptied.name()).isEmpty();
        assertThat(emptied.place()).isEmpty();
        assertThat(emptied.description() + emptied.subject()).isEmpty();
        assertThat(emptied.outcome()).contains(Outcome.FIXED);
        assertThat(emptied.rating()).contains(new Rating(4));
        assertThat(jdbc.sql("select string_agg(body::text, '') from ticket_event")
                        .query(String.class)
                        .single())
                .doesNotContain("Siti");
        assertThat(TicketState.of(history.of(old.code())).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(tickets.find(worked.code())).contains(worked);
    }

    @Test
    void nothingLeadsFromAnEmptiedTicketToTheFilesThatWereSent() {
        Ticket old = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Reply(old.code(), 1, "Ini", false, List.of("file-17")), Actor.agent("ani"));
        tickets.handle(new TicketCommand.Close(old.code(), 2, Outcome.FIXED, "Sudah"), Actor.agent("ani"));
        clock.forward(Duration.ofDays(732));

        eraser.erase();

        assertThat(history.of(old.code()))
                .flatExtracting(entry -> EventDescriptions.files(entry.event()))
                .isEmpty();
    }

    @Test
    void forgetsWrongDigitsOnceTheirHourIsOver() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        access.tryDigits(ticket.code(), "1111");
        clock.forward(Duration.ofMinutes(61));

        eraser.erase();

        assertThat(jdbc.sql("select count(*) from ticket_try").query(Long.class).single())
                .isZero();
    }
}
