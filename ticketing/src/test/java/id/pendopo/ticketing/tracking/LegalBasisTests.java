package id.pendopo.ticketing.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Ticket.LegalBasis;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Why a ticket has its deadline, as readers of both languages see it. */
@TicketingTest
class LegalBasisTests {

    private static final Locale INDONESIAN = Locale.of("id");
    private static final String FINISHED = "Janji layanan Dinas Bina Marga: 7 hari kerja";

    private final MockMvcTester mvc;
    private final Tickets tickets;
    private final TicketHistory history;
    private final JdbcClient jdbc;

    @Autowired
    LegalBasisTests(MockMvcTester mvc, Tickets tickets, TicketHistory history, JdbcClient jdbc) {
        this.mvc = mvc;
        this.tickets = tickets;
        this.history = history;
        this.jdbc = jdbc;
    }

    @Test
    void aNewTicketKeepsAKeyThatEachReaderReadsInTheirLanguage() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThat(page(ticket, INDONESIAN))
                .contains("Janji layanan Dinas Pekerjaan Umum dan Penataan Ruang: 5 hari kerja");
        assertThat(page(ticket, Locale.ENGLISH)).contains("Service promise of Public Works Office: 5 working days");
        assertThat(jdbc.sql("select body ->> 'basis' from ticket_event where kind = 'opened'")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"key\": \"service-promise\", \"unit\": \"dinas-pupr\", \"workingDays\": 5}");
        assertThat(jdbc.sql("select body::text || to_jsonb(ticket) from ticket_event, ticket")
                        .query(String.class)
                        .single())
                .doesNotContain("Janji layanan");
    }

    @Test
    void anOlderTicketsSentenceIsShownAsItWasStored() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        jdbc.sql("update ticket set legal_basis = ?, basis = null")
                .param(FINISHED)
                .update();
        jdbc.sql("update ticket_event set body = body - 'basis' || jsonb_build_object('legalBasis', ?::text)")
                .param(FINISHED)
                .update();

        assertThat(page(ticket, INDONESIAN)).contains(FINISHED);
        assertThat(page(ticket, Locale.ENGLISH)).contains(FINISHED);
        assertThat(history.of(ticket.code()).getFirst().event())
                .isInstanceOfSatisfying(
                        HistoryEvent.Opened.class,
                        opened -> assertThat(opened.basis()).isEqualTo(new LegalBasis.Finished(FINISHED)));
    }

    @Test
    void aNodeOfTheVersionBeforeThatMovesANewTicketIsBelieved() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        jdbc.sql("update ticket set legal_basis = ?").param(FINISHED).update();

        assertThat(page(ticket, Locale.ENGLISH)).contains(FINISHED).doesNotContain("Service promise");
    }

    @Test
    void anOlderTicketThatIsMovedNowKeepsAKey() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        jdbc.sql("update ticket set legal_basis = ?, basis = null")
                .param(FINISHED)
                .update();

        tickets.handle(new TicketCommand.Move(ticket.code(), 1, "sampah"), Actor.agent("ani"));

        assertThat(page(ticket, Locale.ENGLISH)).contains("Service promise of Environment Office: 3 working days");
        assertThat(history.of(ticket.code()).getLast().event())
                .isInstanceOfSatisfying(
                        HistoryEvent.Moved.class,
                        moved -> assertThat(moved.basis())
                                .isEqualTo(new LegalBasis.ServicePromise("dinas-lingkungan-hidup", 3)));
    }

    private String page(Ticket ticket, Locale reader) {
        byte[] page = mvc.get()
                .uri("/track/{0}", ticket.code().digits())
                .locale(reader)
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        return new String(page, StandardCharsets.UTF_8);
    }
}
