package id.pendopo.ticketing.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.FakeCorrespondence;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Files that came with a ticket's messages: who sees them, and who opens them. */
@TicketingTest
class TicketFilesTests {

    private static final String PHOTO = "8f14e45f-ceea-467f-a0e6-2a9bd1a5f7d1";
    private static final String OLD = "8f14e45f-ceea-467f-a0e6-2a9bd1a5f7d2";
    private static final String PROGRAM = "8f14e45f-ceea-467f-a0e6-2a9bd1a5f7d3";

    private final MockMvcTester mvc;
    private final Tickets tickets;
    private final FakeCorrespondence correspondence;
    private final MockHttpSession session = new MockHttpSession();
    private Ticket ticket;

    @Autowired
    TicketFilesTests(MockMvc mvc, Tickets tickets, FakeCorrespondence correspondence) {
        this.mvc = MockMvcTester.create(mvc);
        this.tickets = tickets;
        this.correspondence = correspondence;
    }

    @BeforeEach
    void report() {
        ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        correspondence.knows(
                ticket.code(),
                new Correspondence.CitizenCard("+62***90", "twilio-sms", "id", "", List.of()),
                List.of(
                        said(ticket.opened().minus(Duration.ofDays(30)), OLD, "image/jpeg", "stored"),
                        said(ticket.opened(), PHOTO, "image/jpeg", "stored"),
                        said(ticket.opened(), PROGRAM, "application/pdf", "type")));
    }

    @Test
    void areNamedAndOpenedAtTheDesk() {
        String page = body(desk("/desk/tickets/" + ticket.code()));

        assertThat(page)
                .contains("Foto, 120 KB", "/desk/tickets/" + ticket.code() + "/files/" + PHOTO)
                .contains("<img class=\"picture\" src=\"/desk/tickets/" + ticket.code() + "/files/" + PHOTO)
                .contains("Dokumen: tidak disimpan. Yang dapat disimpan: foto, PDF, dan pesan suara")
                .doesNotContain("files/" + PROGRAM, "??");
        assertThat(desk("/desk/tickets/" + ticket.code() + "/files/" + PHOTO))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo("/attachments/" + PHOTO + "?until=1&signature=s");
    }

    @Test
    void openOnlyFromTheirOwnTicket() {
        Ticket other = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThat(desk("/desk/tickets/" + other.code() + "/files/" + PHOTO)).hasStatus(404);
        assertThat(mvc.perform(get("/desk/tickets/" + ticket.code() + "/files/" + PHOTO)))
                .satisfies(
                        result -> assertThat(result.getResponse().getStatus()).isNotIn(200, 303));
    }

    @Test
    void areShownToTheReporterAlone() {
        assertThat(body(visit(get("/track/" + ticket.code())))).doesNotContain("Berkas yang Anda kirim", PHOTO);
        assertThat(visit(get("/track/" + ticket.code() + "/files/" + PHOTO))).hasStatus(403);

        visit(post("/track/" + ticket.code() + "/open").param("digits", "7890"));

        assertThat(body(visit(get("/track/" + ticket.code()))))
                .contains("Berkas yang Anda kirim", "Foto, 120 KB", "/track/" + ticket.code() + "/files/" + PHOTO)
                .doesNotContain(OLD, "??");
        assertThat(visit(get("/track/" + ticket.code() + "/files/" + PHOTO)))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo("/attachments/" + PHOTO + "?until=1&signature=s");
        assertThat(visit(get("/track/" + ticket.code() + "/files/" + OLD))).hasStatus(404);
    }

    private static Correspondence.Line said(Instant at, String id, String type, String standing) {
        return new Correspondence.Line(
                Optional.empty(),
                at,
                "citizen",
                "📎",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(new Correspondence.File(id, type, 122_880, standing)));
    }

    private MvcTestResult desk(String path) {
        return mvc.perform(get(path)
                .with(user("ani").authorities(AuthorityUtils.createAuthorityList("desk:read")))
                .locale(Locale.of("id")));
    }

    private MvcTestResult visit(MockHttpServletRequestBuilder request) {
        return mvc.perform(request.session(session).locale(Locale.of("id")));
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
