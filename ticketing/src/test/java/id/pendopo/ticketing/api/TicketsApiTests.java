package id.pendopo.ticketing.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TicketingTest
@WithMockUser(
        username = "integration",
        authorities = {"api:read", "api:write", "desk:read", "desk:reply", "desk:assign", "desk:close"})
class TicketsApiTests {

    private final MockMvcTester http;
    private final Tickets tickets;
    private final Agents agents;

    @Autowired
    TicketsApiTests(MockMvcTester http, Tickets tickets, Agents agents) {
        this.http = http;
        this.tickets = tickets;
        this.agents = agents;
    }

    @BeforeEach
    void agents() {
        agents.put(new Agents.Agent("ani", "Ani", "dinas-pupr"));
    }

    @Test
    void listsNewestFirstByStatusAndPageByPage() {
        for (int i = 0; i < 52; i++) {
            tickets.handle(new TicketCommand.Open(Drafts.of("sampah")), Actor.CITIZEN);
        }
        Ticket closed = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Close(closed.code(), 1, Outcome.FIXED, "Sudah."), Actor.agent("ani"));

        MvcTestResult first = http.get().uri("/api/v1/tickets?status=NEW").exchange();
        assertThat(first).bodyJson().extractingPath("$.tickets.length()").isEqualTo(50);
        String next = next(first);

        MvcTestResult second =
                http.get().uri("/api/v1/tickets?status=NEW&after={0}", next).exchange();
        assertThat(second).bodyJson().extractingPath("$.tickets.length()").isEqualTo(2);
        assertThat(second).bodyJson().doesNotHavePath("$.next");
        assertThat(http.get().uri("/api/v1/tickets?status=CLOSED"))
                .bodyJson()
                .extractingPath("$.tickets[0].code")
                .isEqualTo(closed.code().digits());
    }

    private static String next(MvcTestResult page) {
        return body(page).replaceFirst("(?s).*\"next\":\"(\\d+)\".*", "$1");
    }

    @Test
    void readsATicketWithItsHistory() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThat(http.get().uri("/api/v1/tickets/{0}", ticket.code()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"version": 1, "status": "NEW", "category": "jalan-rusak", "unit": "dinas-pupr",
                         "name": "Bu Siti", "zone": "Asia/Jakarta", "due": "2026-12-01T09:00:00Z",
                         "basis": "Janji layanan Dinas Pekerjaan Umum dan Penataan Ruang: 5 hari kerja",
                         "history": [{"version": 1, "actor": "CITIZEN", "kind": "opened", "to": "jalan-rusak"}]}""");
    }

    @Test
    void keepsANameBackThatIsNotPublic() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.of("pungli")), Actor.CITIZEN);

        assertThat(http.get().uri("/api/v1/tickets/{0}", ticket.code()))
                .bodyJson()
                .doesNotHavePath("$.name");
    }

    @Test
    void repliesOnceAndRefusesTheSecondAsStale() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        String reply = "{\"text\": \"Kami cek hari ini.\", \"version\": 1}";

        assertThat(post(ticket, "replies", reply))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"status\": \"OPEN\", \"version\": 2}");
        assertThat(post(ticket, "replies", reply))
                .hasStatus(409)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isLenientlyEqualTo("{\"title\": \"Tiket sudah berubah\", \"version\": 2}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "replies | {\"text\": \"Kami cek hari ini.\", \"version\": 1}",
                "notes   | {\"text\": \"Telepon mandor\"}",
                "assign  | {\"to\": \"ani\"}",
                "close   | {\"outcome\": \"FIXED\", \"text\": \"Sudah ditambal.\"}",
            })
    void aCallRepeatedUnderItsKeyIsDoneOnce(String action, String body) {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        post(ticket, action, body, "k-1");

        assertThat(post(ticket, action, body, "k-1"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.version")
                .isEqualTo(2);
    }

    @Test
    void aKeyIsGoodForOneContentOnly() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        post(ticket, "notes", "{\"text\": \"Telepon mandor\"}", "k-1");

        assertThat(post(ticket, "notes", "{\"text\": \"Mandor tidak menjawab\"}", "k-1"))
                .hasStatus(422)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("Kunci sudah dipakai");
    }

    @Test
    void aRefusedCallMayBeRepeatedUnderItsKey() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        String reply = "{\"text\": \"Kami cek hari ini.\", \"version\": 2}";
        assertThat(post(ticket, "replies", reply, "k-1")).hasStatus(409);
        tickets.handle(new TicketCommand.AddInformation(ticket.code(), "Masih berlubang"), Actor.CITIZEN);

        assertThat(post(ticket, "replies", reply, "k-1")).hasStatusOk();
    }

    @Test
    void asksNotesAssignsAndCloses() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThat(post(ticket, "replies", "{\"text\": \"Di mana?\", \"version\": 1, \"asks\": true}"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("WAITING_ON_CITIZEN");
        assertThat(post(ticket, "notes", "{\"text\": \"Telepon mandor\"}"))
                .bodyJson()
                .extractingPath("$.history[2].text")
                .isEqualTo("Telepon mandor");
        assertThat(post(ticket, "assign", "{\"to\": \"ani\"}"))
                .bodyJson()
                .extractingPath("$.assignee")
                .isEqualTo("ani");
        assertThat(post(ticket, "assign", "{}")).bodyJson().doesNotHavePath("$.assignee");
        assertThat(post(ticket, "close", "{\"outcome\": \"FIXED\", \"text\": \"Sudah ditambal.\"}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"status\": \"CLOSED\", \"outcome\": \"FIXED\"}");
        assertThat(post(ticket, "close", "{\"outcome\": \"FIXED\", \"text\": \"Lagi.\"}"))
                .hasStatus(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "replies | {\"text\": \"\", \"version\": 1}         | 400 | text",
                "replies | {\"text\": \"Halo\"}                     | 400 | version",
                "replies | {\"text\":                               | 400 | JSON",
                "notes   | {}                                       | 400 | text",
                "assign  | {\"to\": \"siapa\"}                      | 422 | petugas",
                "close   | {\"outcome\": \"DONE\", \"text\": \"x\"} | 400 | NOT_OUR_DUTY",
                "close   | {\"text\": \"x\"}                        | 400 | outcome",
            })
    void saysWhatToDoWithABadBody(String action, String body, int status, String said) {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThat(post(ticket, action, body))
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains(said);
        assertThat(tickets.find(ticket.code())).contains(ticket);
    }

    @ParameterizedTest
    @CsvSource({"4821773020, 404", "abc, 404", "4821773021, 404"})
    void knowsNoTicketUnderAWrongCode(String code, int status) {
        assertThat(http.get().uri("/api/v1/tickets/{0}", code)).hasStatus(status);
    }

    @Test
    void refusesAnUnknownStatus() {
        assertThat(http.get().uri("/api/v1/tickets?status=DONE"))
                .hasStatus(400)
                .bodyText()
                .contains("WAITING_ON_CITIZEN");
    }

    @Test
    @WithMockUser(
            username = "integration",
            authorities = {"api:read", "desk:read"})
    void aReaderMayNotWrite() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThat(post(ticket, "notes", "{\"text\": \"x\"}")).hasStatus(403);
        assertThat(http.get().uri("/api/v1/tickets/{0}", ticket.code())).hasStatusOk();
    }

    @Test
    @WithMockUser(authorities = "desk:read")
    void aPersonsDeskAuthorityDoesNotOpenTheProgramsDoor() {
        assertThat(http.get().uri("/api/v1/tickets")).hasStatus(403);
    }

    @Test
    @WithMockUser(authorities = {"api:read", "api:write", "knowledge:edit"})
    void anEditorsKeyNeitherReadsNorWorksTickets() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThat(http.get().uri("/api/v1/tickets")).hasStatus(403);
        assertThat(http.get().uri("/api/v1/tickets/{0}", ticket.code())).hasStatus(403);
        assertThat(post(ticket, "replies", "{\"text\": \"x\", \"version\": 1}")).hasStatus(403);
        assertThat(post(ticket, "notes", "{\"text\": \"x\"}")).hasStatus(403);
        assertThat(post(ticket, "assign", "{}")).hasStatus(403);
        assertThat(post(ticket, "close", "{\"outcome\": \"FIXED\", \"text\": \"x\"}"))
                .hasStatus(403);
        assertThat(tickets.find(ticket.code())).contains(ticket);
    }

    @Test
    void speaksEnglishWhenAsked() {
        assertThat(http.get().uri("/api/v1/tickets/abc").header("Accept-Language", "en"))
                .bodyText()
                .contains("Check every digit");
    }

    private MvcTestResult post(Ticket ticket, String action, String body) {
        return http.post()
                .uri("/api/v1/tickets/{0}/{1}", ticket.code(), action)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult post(Ticket ticket, String action, String body, String key) {
        return http.post()
                .uri("/api/v1/tickets/{0}/{1}", ticket.code(), action)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
