package id.pendopo.ticketing.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers that name somebody are masked wherever a ticket is read, and seen by a click that is noted. */
@TicketingTest
class MaskedNumbersTests {

    private static final String NIK = "3324011505850003";
    private static final String PHONE = "0812-5550-1077";

    private final DeskVisitor desk;
    private final Tickets tickets;
    private final TicketHistory history;
    private final JdbcClient jdbc;
    private Ticket ticket;

    @Autowired
    MaskedNumbersTests(DeskVisitor desk, Tickets tickets, TicketHistory history, JdbcClient jdbc) {
        this.desk = desk;
        this.tickets = tickets;
        this.history = history;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void reported() {
        ticket = tickets.handle(
                new TicketCommand.Open(
                        Drafts.pothole().describing("KTP saya " + NIK + " belum jadi, hubungi " + PHONE + " ya pak")),
                Actor.CITIZEN);
        tickets.handle(
                new TicketCommand.AddInformation(ticket.code(), "rekening saya 5520 1234 5678 9012"), Actor.CITIZEN);
    }

    private String page() {
        return desk.page(DeskVisitor.address(ticket));
    }

    private static void masked(String text) {
        assertThat(text).doesNotContain(NIK, PHONE, "5520 1234 5678 9012", NIK.substring(0, 8));
    }

    @Test
    void areMaskedInSubjectListSearchAndPage() {
        masked(ticket.subject());
        masked(jdbc.sql("select subject from ticket where code = ?")
                .param(ticket.code().digits())
                .query(String.class)
                .single());
        masked(desk.page("/desk"));
        masked(desk.page("/desk?q=KTP"));
        assertThat(desk.page("/desk?q=" + NIK)).doesNotContain(ticket.code().grouped());
        masked(page());
        assertThat(page()).contains("KTP saya ••• belum jadi", "/numbers");
    }

    @Test
    void theTicketsOwnNumberNamesNobody() {
        Ticket plain = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(
                new TicketCommand.AddInformation(
                        plain.code(), "tiket saya " + plain.code().grouped() + ", bukan 482 177 3021"),
                Actor.CITIZEN);

        assertThat(desk.page(DeskVisitor.address(plain)))
                .contains("tiket saya " + plain.code().grouped())
                .doesNotContain("482 177 3021");
    }

    @Test
    void areMaskedInTheApi() {
        String json = DeskVisitor.body(
                desk.as(new String[] {"api:read", "desk:read"}, get("/api/v1/tickets/" + ticket.code())));

        masked(json);
        assertThat(json).contains("KTP saya ••• belum jadi");
        masked(DeskVisitor.body(desk.as(new String[] {"api:read", "desk:read"}, get("/api/v1/tickets"))));
    }

    @Test
    void aClickShowsThemToWhoeverClickedAndTheHistorySaysSo() {
        assertThat(desk.send("numbers", ticket, "key", "k1"))
                .hasStatus(303)
                .hasHeader("Location", DeskVisitor.address(ticket) + "?view=new");

        assertThat(page()).contains(NIK, PHONE, "5520 1234 5678 9012").doesNotContain("/numbers");
        masked(desk.page("/desk"));
        assertThat(history.of(ticket.code()).getLast()).satisfies(entry -> {
            assertThat(entry.event()).isEqualTo(new HistoryEvent.NumbersSeen());
            assertThat(entry.actor()).isEqualTo(Actor.agent("ani"));
        });
        assertThat(page()).contains("melihat nomor pribadi");
    }

    @Test
    void whoeverOnlyReadsIsNotShownThem() {
        assertThat(desk.as(new String[] {"desk:read"}, DeskVisitor.form("numbers", ticket, "key", "k2")))
                .hasStatus(403);
        masked(page());
    }

    @Test
    void aTicketWithoutNumbersHasNoButton() {
        Ticket plain = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThat(desk.page(DeskVisitor.address(plain))).doesNotContain("/numbers");
    }
}
