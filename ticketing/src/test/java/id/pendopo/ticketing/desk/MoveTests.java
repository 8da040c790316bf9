package id.pendopo.ticketing.desk;

import static id.pendopo.ticketing.desk.DeskVisitor.AGENT;
import static id.pendopo.ticketing.desk.DeskVisitor.address;
import static id.pendopo.ticketing.desk.DeskVisitor.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Agents.Agent;
import id.pendopo.ticketing.Agents.Scope;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.HistoryEvent.Moved;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Ticket.LegalBasis;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketEvent.CitizenNotice;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.TicketingTestApplication.Told;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A ticket is moved by hand, to any category and unit. */
@TicketingTest
class MoveTests {

    private static final String[] PROGRAM = {"api:read", "api:write", "desk:read", "desk:assign"};

    private final DeskVisitor desk;
    private final MockMvcTester http;
    private final Tickets tickets;
    private final TicketHistory history;
    private final Agents agents;
    private final MovingClock clock;
    private final Told told;

    private Ticket ticket;
    private String seen = "1";

    @Autowired
    MoveTests(
            DeskVisitor desk,
            MockMvcTester http,
            Tickets tickets,
            TicketHistory history,
            Agents agents,
            MovingClock clock,
            Told told) {
        this.desk = desk;
        this.http = http;
        this.tickets = tickets;
        this.history = history;
        this.agents = agents;
        this.clock = clock;
        this.told = told;
    }

    @BeforeEach
    void aPothole() {
        agents.put(new Agent("ani", "Ani", "dinas-pupr", Scope.UNIT));
        ticket = desk.known();
    }

    @Test
    void thePageOffersEveryCategoryAndUnit() {
        assertThat(desk.page(address(ticket)))
                .contains("<option value=\"sampah\"", "<option value=\"bpbd\"", "Penanggung jawab kategori itu")
                .containsPattern("<option value=\"jalan-rusak\" selected");
    }

    @Test
    void aCategoryOfTheSameUnitKeepsTheClockAndTheAgent() {
        desk.send("assign", ticket, "to", "ani");
        seen = "2";
        Instant due = desk.now(ticket).due().orElseThrow();
        clock.forward(Duration.ofDays(1));

        assertThat(move("category", "banjir-drainase"))
                .hasStatus(303)
                .hasHeader("Location", address(ticket) + "?view=new");

        Ticket moved = desk.now(ticket);
        assertThat(moved.category()).isEqualTo("banjir-drainase");
        assertThat(moved.unit()).isEqualTo("dinas-pupr");
        assertThat(moved.assignee()).contains("ani");
        assertThat(moved.due()).contains(due);
        assertThat(told).noneMatch(CitizenNotice.class::isInstance);
    }

    @Test
    void anotherUnitBeginsItsOwnClockAndTheOldOneIsToldThatTheTicketIsOutOfReach() {
        clock.forward(Duration.ofDays(1));

        MvcTestResult sent = move("unit", "dinas-lingkungan-hidup");

        assertThat(sent).hasStatus(303);
        Ticket moved = desk.now(ticket);
        assertThat(moved.category()).isEqualTo("jalan-rusak");
        assertThat(moved.unit()).isEqualTo("dinas-lingkungan-hidup");
        assertThat(moved.legalBasis()).isEqualTo(new LegalBasis.ServicePromise("dinas-lingkungan-hidup", 3));
        assertThat(told).anyMatch(CitizenNotice.class::isInstance);
        assertThat(desk.page(sent.getResponse().getHeader("Location")))
                .contains("Tiket " + ticket.code().grouped() + " sekarang ditangani unit atau petugas lain.");
        assertThat(desk.as(AGENT, get(address(ticket)))).hasStatus(404);
    }

    @Test
    void theReasonStandsInTheHistoryForColleaguesAlone() {
        move("category", "banjir-drainase");

        assertThat(history.of(ticket.code()).getLast().event())
                .isInstanceOfSatisfying(
                        Moved.class, moved -> assertThat(moved.reason()).isEqualTo("Saluran, bukan jalan"));
        assertThat(desk.page(address(ticket)))
                .contains("Ani memindahkan tiket ke kategori Banjir dan saluran air", "“Saluran, bukan jalan”");
        assertThat(desk.page("/track/" + ticket.code())).doesNotContain("Saluran, bukan jalan");
    }

    @ParameterizedTest
    @CsvSource({
        "category, jalan-rusak, Salah, 1",
        "unit, dinas-pupr, Salah, 1",
        "category, sampah, '  ', 1",
        "category, tidak-ada, Salah, 1",
        "unit, tidak-ada, Salah, 1",
        "'', '', Salah, 1"
    })
    void whatLeadsNowhereSaysWhatToDoAndKeepsTheReason(String field, String key, String reason, String version) {
        MvcTestResult refused = desk.send("move", ticket, field, key, "reason", reason, "version", version);

        assertThat(refused).hasStatus(422);
        assertThat(body(refused))
                .contains("Tiket belum dipindahkan.", "Lanjutkan memindahkan", ">" + reason + "</textarea>");
        assertThat(desk.now(ticket).version()).isEqualTo(1);
    }

    @Test
    void aStaleMoveShowsWhatChangedAndKeepsWhatWasChosen() {
        tickets.handle(new TicketCommand.Note(ticket.code(), "Telepon mandor"), Actor.agent("budi"));

        MvcTestResult stale = move("category", "sampah");

        assertThat(stale).hasStatus(409);
        assertThat(body(stale))
                .contains("Telepon mandor", "Saluran, bukan jalan")
                .containsPattern("<option value=\"sampah\" selected");
        assertThat(desk.now(ticket).category()).isEqualTo("jalan-rusak");
    }

    @Test
    void aTicketThatIsClosedStaysWhereItIs() {
        desk.send("close", ticket, "outcome", "FIXED", "text", "Sudah", "version", "1");

        assertThat(desk.send("move", ticket, "category", "sampah", "reason", "Salah", "version", "2"))
                .hasStatus(409);
        assertThat(desk.page(address(ticket))).doesNotContain("id=\"move\"");
    }

    @Test
    void anEmergencyKeepsItsClock() {
        Ticket fire = tickets.handle(new TicketCommand.Open(Drafts.fire()), Actor.CITIZEN);

        Ticket moved = tickets.handle(
                new TicketCommand.Move(fire.code(), fire.version(), Optional.empty(), Optional.of("bpbd"), "Api"),
                Actor.agent("budi"));

        assertThat(moved.due()).isEqualTo(fire.due());
        assertThat(moved.unit()).isEqualTo("bpbd");
    }

    @Test
    void aProgramMovesATicket() {
        assertThat(call("{\"unit\": \"bpbd\", \"reason\": \"Pohon\", \"version\": 1}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"version": 2, "unit": "bpbd", "category": "jalan-rusak",
                         "history": [{"kind": "opened"}, {"kind": "moved", "text": "Pohon", "to": "jalan-rusak", "unit": "bpbd"}]}""");
        assertThat(call("{\"category\": \"sampah\", \"reason\": \"Pohon\", \"version\": 1}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"version\": 2}");
    }

    @Test
    void aProgramOfTheOldUnitHearsWhereItWentAndNothingElse() {
        agents.putReader(new Agents.Reader("integration", new Agents.Reach(Optional.of("dinas-pupr"), Scope.UNIT)));

        assertThat(call("{\"unit\": \"bpbd\", \"reason\": \"Pohon\", \"version\": 1}"))
                .hasStatusOk()
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.unit").isEqualTo("bpbd");
                    assertThat(json).doesNotHavePath("$.description");
                    assertThat(json).doesNotHavePath("$.history");
                });
        assertThat(call("{\"unit\": \"dinas-pupr\", \"reason\": \"Kembali\", \"version\": 2}"))
                .hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"unit\": \"bpbd\", \"version\": 1} | 400",
                "{\"unit\": \"bpbd\", \"reason\": \" \", \"version\": 1} | 400",
                "{\"unit\": \"bpbd\", \"reason\": \"Pohon\"} | 400",
                "{\"unit\": \"tidak-ada\", \"reason\": \"Pohon\", \"version\": 1} | 422",
                "{\"category\": \"tidak-ada\", \"reason\": \"Pohon\", \"version\": 1} | 422",
                "{\"reason\": \"Pohon\", \"version\": 1} | 422"
            })
    void aProgramIsToldWhatIsWrong(String json, int status) {
        assertThat(call(json)).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(desk.now(ticket).version()).isEqualTo(1);
    }

    private MvcTestResult move(String field, String key) {
        return desk.send("move", ticket, field, key, "reason", "Saluran, bukan jalan", "version", seen);
    }

    private MvcTestResult call(String json) {
        return http.perform(post("/api/v1/tickets/" + ticket.code() + "/move")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(user("integration").authorities(AuthorityUtils.createAuthorityList(PROGRAM))));
    }
}
