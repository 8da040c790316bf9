package id.pendopo.ticketing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketEvent.AgentReplied;
import id.pendopo.ticketing.TicketEvent.CitizenNotice;
import id.pendopo.ticketing.TicketEvent.FloorReturned;
import id.pendopo.ticketing.TicketEvent.FloorTaken;
import id.pendopo.ticketing.TicketEvent.TicketClosed;
import id.pendopo.ticketing.TicketState;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.TicketingTestApplication.Told;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@TicketingTest
class TicketsTests {

    private final Tickets tickets;
    private final TicketHistory history;
    private final TicketStore store;
    private final Agents agents;
    private final JdbcClient jdbc;
    private final MovingClock clock;
    private final Told told;

    @Autowired
    TicketsTests(
            Tickets tickets,
            TicketHistory history,
            TicketStore store,
            Agents agents,
            JdbcClient jdbc,
            MovingClock clock,
            Told told) {
        this.tickets = tickets;
        this.history = history;
        this.store = store;
        this.agents = agents;
        this.jdbc = jdbc;
        this.clock = clock;
        this.told = told;
    }

    @BeforeEach
    void agents() {
        agents.put(new Agents.Agent("ani", "Ani", "dinas-pupr"));
        agents.put(new Agents.Agent("budi", "Budi", "dinas-pupr"));
    }

    @Test
    void opensWithTheUnitsPromiseAsDeadline() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThat(ticket.status()).isEqualTo(TicketStatus.NEW);
        assertThat(ticket.version()).isEqualTo(1);
        assertThat(ticket.unit()).isEqualTo("dinas-pupr");
        assertThat(ticket.subject()).isEqualTo("Jalan berlubang depan SD 3, motor sering jatuh");
        assertThat(ticket.due()).contains(Instant.parse("2026-12-01T09:00:00Z"));
        assertThat(ticket.legalBasis()).isEqualTo(new Ticket.LegalBasis.ServicePromise("dinas-pupr", 5));
        assertThat(tickets.find(ticket.code())).contains(ticket);
    }

    @Test
    void refusesAnUnknownCategory() {
        assertThatThrownBy(() -> tickets.handle(new TicketCommand.Open(Drafts.of("tidak-ada")), Actor.CITIZEN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsAConfidentialCategoryConfidential() {
        assertThat(tickets.handle(new TicketCommand.Open(Drafts.of("pungli")), Actor.CITIZEN)
                        .visibility())
                .isEqualTo(Visibility.CONFIDENTIAL);
    }

    @Test
    void refusesATakenCode() {
        NewTicket first = Drafts.pothole();
        tickets.handle(new TicketCommand.Open(first), Actor.CITIZEN);

        assertThatThrownBy(
                        () -> tickets.handle(new TicketCommand.Open(Drafts.of("sampah", first.code())), Actor.CITIZEN))
                .isInstanceOf(DuplicateKeyException.class);

        assertThat(tickets.find(first.code()).orElseThrow().category()).isEqualTo("jalan-rusak");
    }

    @Test
    void refusesACommandThatIsNotItsActorsToGive() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThatThrownBy(() -> tickets.handle(new TicketCommand.Note(ticket.code(), "x"), Actor.CITIZEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> tickets.handle(new TicketCommand.AddInformation(ticket.code(), "x"), Actor.agent("ani")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(tickets.find(ticket.code())).contains(ticket);
    }

    @Test
    void whoWritesWhileSomebodyIsRungOverwritesNothing() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(
                new TicketCommand.NoteAlarm(ticket.code(), HistoryEvent.Alarmed.of(HistoryEvent.Alarmed.Step.RUNG)),
                Actor.DESK);

        Ticket after = tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Kami cek."), Actor.agent("ani"));

        assertThat(after.version()).isEqualTo(3);
        tickets.handle(
                new TicketCommand.NoteAlarm(ticket.code(), HistoryEvent.Alarmed.of(HistoryEvent.Alarmed.Step.TAKEN)),
                Actor.DESK);
        assertThatThrownBy(() ->
                        tickets.handle(new TicketCommand.Reply(ticket.code(), 3, "Kami datang."), Actor.agent("ani")))
                .isInstanceOf(Tickets.StaleTicket.class);
        assertThatThrownBy(() ->
                        tickets.handle(new TicketCommand.Reply(ticket.code(), 9, "Kami datang."), Actor.agent("ani")))
                .isInstanceOf(Tickets.StaleTicket.class);
    }

    @Test
    void theFirstReplyOpensTheTicketAndTakesTheFloor() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        Ticket after =
                tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Kami cek hari ini."), Actor.agent("ani"));

        assertThat(after.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(after.assignee()).contains("ani");
        assertThat(told)
                .containsExactly(
                        new FloorTaken(after, "Ani"),
                        new AgentReplied(after, "Kami cek hari ini.", Optional.of("Ani")));
    }

    @Test
    void aQuestionWaitsUntilTheCitizenAnswers() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        Ticket waiting =
                tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Di sebelah mana?", true), Actor.agent("ani"));
        Ticket open =
                tickets.handle(new TicketCommand.AddInformation(ticket.code(), "Sebelah kiri gerbang"), Actor.CITIZEN);

        assertThat(waiting.status()).isEqualTo(TicketStatus.WAITING_ON_CITIZEN);
        assertThat(open.status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void closesAsksAndCountsTheConfirmationApart() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        Ticket closed = tickets.handle(
                new TicketCommand.Close(ticket.code(), 1, Outcome.FIXED, "Sudah ditambal."), Actor.agent("ani"));
        Ticket confirmed = tickets.handle(new TicketCommand.ConfirmSolved(ticket.code()), Actor.CITIZEN);

        assertThat(closed.status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(closed.due()).isEmpty();
        assertThat(confirmed.status()).isEqualTo(TicketStatus.CONFIRMED);
        assertThat(tickets.handle(new TicketCommand.ConfirmSolved(ticket.code()), Actor.CITIZEN))
                .isEqualTo(confirmed);
        assertThat(told).containsExactly(new TicketClosed(closed, Outcome.FIXED, "Sudah ditambal."));
        assertThat(jdbc.sql("select count(closed_at) || '/' || count(confirmed_at) from ticket")
                        .query(String.class)
                        .single())
                .isEqualTo("1/1");
    }

    @Test
    void isOpenAgainWithANewDeadlineWhenTheCitizenDenies() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Close(ticket.code(), 1, Outcome.FIXED, "Sudah ditambal."), Actor.agent("ani"));
        clock.forward(Duration.ofDays(7));

        Ticket denied = tickets.handle(new TicketCommand.DenySolved(ticket.code(), "Masih berlubang"), Actor.CITIZEN);

        assertThat(denied.status()).isEqualTo(TicketStatus.OPEN);
        assertThat(denied.outcome()).isEmpty();
        assertThat(denied.due()).contains(Instant.parse("2026-12-08T09:00:00Z"));
    }

    @Test
    void takesAWordAfterClosingAsReopening() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Close(ticket.code(), 1, Outcome.FIXED, "Sudah ditambal."), Actor.agent("ani"));

        assertThat(tickets.handle(new TicketCommand.AddInformation(ticket.code(), "Belum, pak"), Actor.CITIZEN)
                        .status())
                .isEqualTo(TicketStatus.OPEN);
        assertThat(state(ticket).reopened()).isEqualTo(1);
    }

    @Test
    void refusesToCloseTwiceOrToAskOnAClosedTicket() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(
                new TicketCommand.Close(ticket.code(), 1, Outcome.REFUSED, "Bukan jalan kami."), Actor.agent("ani"));

        assertThatThrownBy(() -> tickets.handle(
                        new TicketCommand.Close(ticket.code(), 2, Outcome.FIXED, "Lagi"), Actor.agent("ani")))
                .isInstanceOf(Tickets.AlreadyClosed.class);
        assertThatThrownBy(() ->
                        tickets.handle(new TicketCommand.Reply(ticket.code(), 2, "Di mana?", true), Actor.agent("ani")))
                .isInstanceOf(Tickets.AlreadyClosed.class);
    }

    @Test
    void movesToAnotherUnitAndTellsTheCitizen() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Assign(ticket.code(), Optional.of("ani")), Actor.agent("ani"));

        Ticket moved = tickets.handle(new TicketCommand.Move(ticket.code(), 2, "pohon-tumbang"), Actor.agent("ani"));

        assertThat(moved.unit()).isEqualTo("bpbd");
        assertThat(moved.assignee()).isEmpty();
        assertThat(told)
                .containsExactly(new CitizenNotice(
                        moved,
                        "ticketing.notice.moved",
                        List.of(moved.code().grouped(), "Badan Penanggulangan Bencana Daerah", "26 November 2026")));
    }

    @Test
    void givesTheFloorBackOnce() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Kami cek."), Actor.agent("ani"));
        told.clear();

        Ticket returned = tickets.handle(new TicketCommand.ReturnFloor(ticket.code(), 2), Actor.agent("ani"));

        assertThat(tickets.handle(new TicketCommand.ReturnFloor(ticket.code(), 3), Actor.agent("ani")))
                .isEqualTo(returned);
        assertThat(told).containsExactly(new FloorReturned(returned));
    }

    @Test
    void aProgramHasNoNameForCitizens() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        told.clear();

        Ticket replied = tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Kami cek."), Actor.DESK);

        assertThat(told).contains(new AgentReplied(replied, "Kami cek.", Optional.empty()));
    }

    @Test
    void theConversationAloneSaysWhoHoldsTheFloor() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        jdbc.sql("update ticket set floor = true").update();

        Ticket replied = tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Kami cek."), Actor.agent("ani"));
        assertThat(told)
                .containsExactly(
                        new FloorTaken(replied, "Ani"), new AgentReplied(replied, "Kami cek.", Optional.of("Ani")));

        jdbc.sql("update ticket set floor = false").update();
        told.clear();
        Ticket returned = tickets.handle(new TicketCommand.ReturnFloor(ticket.code(), 2), Actor.agent("ani"));
        assertThat(told).containsExactly(new FloorReturned(returned));
    }

    @Test
    void aNodeOfTheVersionBeforeReadsWhoHoldsTheFloor() {
        TicketCode code = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN)
                .code();
        assertThat(floorOfTheRow()).isFalse();
        tickets.handle(new TicketCommand.Reply(code, 1, "Kami cek."), Actor.agent("ani"));
        tickets.handle(new TicketCommand.Note(code, "Hubungi mandor"), Actor.agent("ani"));
        assertThat(floorOfTheRow()).isTrue();
        tickets.handle(new TicketCommand.ReturnFloor(code, 3), Actor.agent("ani"));
        assertThat(floorOfTheRow()).isFalse();
        tickets.handle(new TicketCommand.Reply(code, 4, "Sudah."), Actor.agent("ani"));
        tickets.handle(new TicketCommand.Close(code, 5, Outcome.FIXED, "Selesai"), Actor.agent("ani"));
        assertThat(floorOfTheRow()).isFalse();
    }

    private boolean floorOfTheRow() {
        return jdbc.sql("select floor from ticket").query(Boolean.class).single();
    }

    @Test
    void aRemovedAgentsTicketsGoBackToTheUnit() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Assign(ticket.code(), Optional.of("ani")), Actor.agent("budi"));

        agents.remove("ani");

        assertThat(tickets.find(ticket.code()).orElseThrow().assignee()).isEmpty();
        assertThat(agents.all()).containsExactly(new Agents.Agent("budi", "Budi", "dinas-pupr"));
    }

    @Test
    void refusesToAssignToSomebodyUnknown() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThatThrownBy(() -> tickets.handle(
                        new TicketCommand.Assign(ticket.code(), Optional.of("siapa")), Actor.agent("ani")))
                .isInstanceOf(Tickets.UnknownAgent.class);
    }

    @Test
    void findsAConversationsTickets() {
        Ticket older = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        Ticket newer = tickets.handle(new TicketCommand.Open(Drafts.of("sampah")), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Close(newer.code(), 1, Outcome.FIXED, "Sudah diangkut."), Actor.agent("ani"));

        assertThat(tickets.active(7)).extracting(Ticket::code).containsExactly(older.code());
        assertThat(tickets.latest(7)).map(Ticket::code).contains(newer.code());
        assertThat(tickets.latest(8)).isEmpty();
    }

    @Test
    void theRowIsWhatTheHistorySays() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        TicketCode code = ticket.code();
        tickets.handle(new TicketCommand.Assign(code, Optional.of("budi")), Actor.agent("ani"));
        tickets.handle(new TicketCommand.Note(code, "Hubungi mandor"), Actor.agent("budi"));
        tickets.handle(new TicketCommand.Reply(code, 3, "Di sebelah mana?", true), Actor.agent("budi"));
        tickets.handle(new TicketCommand.AddInformation(code, "Sebelah kiri"), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Move(code, 5, "banjir-drainase"), Actor.agent("budi"));
        tickets.handle(new TicketCommand.Reply(code, 6, "Kami kerjakan"), Actor.agent("budi"));
        tickets.handle(new TicketCommand.ReturnFloor(code, 7), Actor.agent("budi"));
        tickets.handle(new TicketCommand.Close(code, 8, Outcome.FIXED, "Selesai"), Actor.agent("budi"));
        tickets.handle(new TicketCommand.DenySolved(code, "Belum"), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Close(code, 10, Outcome.EXPLAINED, "Menunggu anggaran"), Actor.agent("budi"));
        tickets.handle(new TicketCommand.Reopen(code, "Tolong lagi"), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Close(code, 12, Outcome.FIXED, "Selesai"), Actor.agent("budi"));
        tickets.handle(new TicketCommand.ConfirmSolved(code), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Rate(code, new Rating(3), "Lama"), Actor.CITIZEN);

        List<HistoryEvent.Entry> entries = history.of(code);

        assertThat(entries)
                .extracting(HistoryEvent.Entry::version)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L);
        assertThat(TicketState.of(entries)).isEqualTo(state(ticket));
        assertThat(state(ticket).status()).isEqualTo(TicketStatus.CONFIRMED);
    }

    private TicketState state(Ticket ticket) {
        return store.find(ticket.code()).orElseThrow().state();
    }
}
