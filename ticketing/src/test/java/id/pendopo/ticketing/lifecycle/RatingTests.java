package id.pendopo.ticketing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.HistoryEvent.Rated;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketState;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** How content citizens are: what counts, who may say it, and where it shows. */
@TicketingTest
class RatingTests {

    private static final Rating GOOD = new Rating(4);
    private static final Rating BAD = new Rating(2);

    private final MockMvcTester mvc;
    private final Tickets tickets;
    private final TicketHistory history;
    private final TicketStore store;
    private final Agents agents;
    private final MockHttpSession session = new MockHttpSession();

    @Autowired
    RatingTests(MockMvc mvc, Tickets tickets, TicketHistory history, TicketStore store, Agents agents) {
        this.mvc = MockMvcTester.create(mvc);
        this.tickets = tickets;
        this.history = history;
        this.store = store;
        this.agents = agents;
    }

    @BeforeEach
    void agents() {
        agents.put(new Agents.Agent("ani", "Ani", "dinas-pupr"));
    }

    @Test
    void theLastRatingCountsAndEachChangeIsAnEvent() {
        Ticket ticket = closed();

        tickets.handle(new TicketCommand.Rate(ticket.code(), GOOD, ""), Actor.CITIZEN);
        Ticket rated = tickets.handle(new TicketCommand.Rate(ticket.code(), BAD, "Lama sekali"), Actor.CITIZEN);

        assertThat(rated.rating()).contains(BAD);
        assertThat(tickets.find(ticket.code())).contains(rated);
        assertThat(ratings(ticket)).containsExactly(new Rated(4, ""), new Rated(2, "Lama sekali"));
        assertThat(TicketState.of(history.of(ticket.code())))
                .isEqualTo(store.find(ticket.code()).orElseThrow().state());
    }

    @Test
    void theSameOnceMoreChangesNothing() {
        Ticket ticket = closed();
        tickets.handle(new TicketCommand.Rate(ticket.code(), GOOD, ""), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Rate(ticket.code(), GOOD, ""), Actor.CITIZEN);
        Ticket explained = tickets.handle(new TicketCommand.Rate(ticket.code(), GOOD, "Kurang cepat"), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Note(ticket.code(), "Terima kasih"), Actor.agent("ani"));

        assertThat(tickets.handle(new TicketCommand.Rate(ticket.code(), GOOD, " Kurang cepat "), Actor.CITIZEN)
                        .version())
                .isEqualTo(explained.version() + 1);
        assertThat(tickets.handle(new TicketCommand.Rate(ticket.code(), GOOD, ""), Actor.CITIZEN)
                        .rating())
                .contains(GOOD);
        assertThat(ratings(ticket)).containsExactly(new Rated(4, ""), new Rated(4, "Kurang cepat"));
    }

    @Test
    void aTicketThatIsWorkedHasNoRating() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThat(tickets.handle(new TicketCommand.Rate(ticket.code(), GOOD, ""), Actor.CITIZEN)
                        .version())
                .isEqualTo(1);
        tickets.handle(new TicketCommand.Close(ticket.code(), 1, Outcome.FIXED, "Sudah."), Actor.agent("ani"));
        tickets.handle(new TicketCommand.Rate(ticket.code(), GOOD, ""), Actor.CITIZEN);
        assertThat(tickets.handle(new TicketCommand.Reopen(ticket.code(), "Rusak lagi"), Actor.CITIZEN)
                        .rating())
                .isEmpty();
        tickets.handle(new TicketCommand.Close(ticket.code(), 4, Outcome.FIXED, "Sudah lagi."), Actor.agent("ani"));
        assertThat(tickets.handle(new TicketCommand.Rate(ticket.code(), GOOD, ""), Actor.CITIZEN)
                        .rating())
                .contains(GOOD);
        assertThat(ratings(ticket)).hasSize(2);
    }

    @Test
    @WithMockUser(
            username = "ani",
            authorities = {"desk:read", "desk:reply"})
    void theDeskReadsItInWords() {
        Ticket ticket = closed();
        tickets.handle(new TicketCommand.Rate(ticket.code(), BAD, "Tiga minggu baru ditambal"), Actor.CITIZEN);

        assertThat(body(visit(get("/desk/tickets/" + ticket.code()))))
                .containsSubsequence("Warga menilai layanan: 2 dari 5, tidak puas", "Tiga minggu baru ditambal")
                .containsSubsequence("Penilaian warga", "2 dari 5, tidak puas");
    }

    @Test
    @WithMockUser(
            username = "ani",
            authorities = {"api:read", "desk:read"})
    void programsReadIt() {
        Ticket ticket = closed();
        tickets.handle(new TicketCommand.Rate(ticket.code(), BAD, "Lama"), Actor.CITIZEN);

        assertThat(visit(get("/api/v1/tickets/" + ticket.code()))).bodyJson().isLenientlyEqualTo("""
                        {"rating": 2, "history": [{"kind": "opened"}, {"kind": "closed"},
                         {"kind": "rated", "actor": "CITIZEN", "rating": 2, "text": "Lama"}]}""");
    }

    @Test
    void whoeverHasProvedItRatesOnThePage() {
        Ticket ticket = closed();
        prove(ticket);
        assertThat(body(page(ticket))).contains("Bagaimana layanan kami?", "5 dari 5, sangat puas");

        assertThat(rate(ticket, "4", "Lebih cepat lagi")).hasStatus(303);
        assertThat(rate(ticket, "4", "Lebih cepat lagi")).hasStatus(303);

        assertThat(ratings(ticket)).containsExactly(new Rated(4, "Lebih cepat lagi"));
        assertThat(body(page(ticket)))
                .contains("Penilaian Anda: 4 dari 5, puas.")
                .containsSubsequence("Anda menilai layanan kami: 4 dari 5, puas.", "Lebih cepat lagi");
        assertThat(body(mvc.perform(
                        get("/track/" + ticket.code()).session(session).locale(Locale.ENGLISH))))
                .contains("Your rating: 4 of 5, satisfied.")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "6", "bagus", "4.5"})
    void asksForANumberFromOneToFiveAndKeepsWhatWasWritten(String score) {
        Ticket ticket = closed();
        prove(ticket);

        MvcTestResult result = rate(ticket, score, "Petugasnya ramah");

        assertThat(result).hasStatus(422);
        assertThat(body(result))
                .contains(
                        "Pilih dulu satu nilai, dari 1 sampai 5.",
                        "Petugasnya ramah",
                        "href=\"#rating\"",
                        "id=\"rating\"");
        assertThat(ratings(ticket)).isEmpty();
    }

    @Test
    void nobodyRatesOrReadsARatingByTheCodeAlone() {
        Ticket ticket = closed();
        tickets.handle(new TicketCommand.Rate(ticket.code(), BAD, "Lama sekali"), Actor.CITIZEN);

        assertThat(rate(ticket, "5", "")).hasStatus(403);
        assertThat(body(page(ticket))).doesNotContain("Lama sekali", "tidak puas", "Bagaimana layanan kami?");
        assertThat(ratings(ticket)).hasSize(1);
    }

    @Test
    void aTicketThatIsWorkedIsNotRatedOnThePageEither() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        prove(ticket);

        assertThat(body(page(ticket))).doesNotContain("Bagaimana layanan kami?");
        assertThat(rate(ticket, "5", "")).hasStatus(422);
        assertThat(tickets.find(ticket.code()).orElseThrow().version()).isEqualTo(1);
    }

    private Ticket closed() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        return tickets.handle(
                new TicketCommand.Close(ticket.code(), 1, Outcome.FIXED, "Sudah ditambal."), Actor.agent("ani"));
    }

    private List<HistoryEvent> ratings(Ticket ticket) {
        return history.of(ticket.code()).stream()
                .map(HistoryEvent.Entry::event)
                .filter(Rated.class::isInstance)
                .toList();
    }

    private void prove(Ticket ticket) {
        assertThat(visit(post("/track/" + ticket.code() + "/open").param("digits", "7890")))
                .hasStatus(303);
    }

    private MvcTestResult rate(Ticket ticket, String score, String text) {
        return visit(post("/track/" + ticket.code() + "/rating")
                .param("score", score)
                .param("text", text));
    }

    private MvcTestResult page(Ticket ticket) {
        return visit(get("/track/" + ticket.code()));
    }

    private MvcTestResult visit(MockHttpServletRequestBuilder request) {
        return mvc.perform(request.session(session).locale(Locale.of("id")));
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
