package id.pendopo.ticketing.desk;

import static id.pendopo.ticketing.desk.DeskVisitor.AGENT;
import static id.pendopo.ticketing.desk.DeskVisitor.address;
import static id.pendopo.ticketing.desk.DeskVisitor.body;
import static id.pendopo.ticketing.desk.DeskVisitor.card;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.FakeCorrespondence;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.labels.EventDescriptions;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Files that an agent sends along with a reply. */
@TicketingTest
class ReplyFilesTests {

    private static final Pattern KEPT = Pattern.compile("name=\"kept\" value=\"([^\"]+)\" checked");

    private final DeskVisitor desk;
    private final Tickets tickets;
    private final TicketHistory history;
    private final Agents agents;
    private final FakeCorrespondence correspondence;

    @Autowired
    ReplyFilesTests(
            DeskVisitor desk,
            Tickets tickets,
            TicketHistory history,
            Agents agents,
            FakeCorrespondence correspondence) {
        this.desk = desk;
        this.tickets = tickets;
        this.history = history;
        this.agents = agents;
        this.correspondence = correspondence;
    }

    @BeforeEach
    void twoAgents() {
        agents.put(new Agents.Agent("ani", "Ani", "dinas-pupr"));
        agents.put(new Agents.Agent("budi", "Budi", "dinas-pupr"));
    }

    private static MockMultipartFile file(String name, String words) {
        return new MockMultipartFile("files", name, "application/octet-stream", words.getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult send(
            Ticket ticket, String text, long version, List<MockMultipartFile> files, String... kept) {
        MockMultipartHttpServletRequestBuilder request = multipart(address(ticket) + "/reply");
        files.forEach(request::file);
        request.file(new MockMultipartFile("files", "", "application/octet-stream", new byte[0]));
        AbstractMockHttpServletRequestBuilder<?> form = request.param("text", text)
                .param("version", String.valueOf(version))
                .param("key", "one-form")
                .with(csrf());
        for (String id : kept) {
            form.param("kept", id);
        }
        return desk.as(AGENT, form);
    }

    private List<String> sent(Ticket ticket) {
        return history.of(ticket.code()).stream()
                .map(HistoryEvent.Entry::event)
                .flatMap(event -> EventDescriptions.files(event).stream())
                .toList();
    }

    private static String kept(String page) {
        Matcher kept = KEPT.matcher(page);
        assertThat(kept.find()).as(page).isTrue();
        return kept.group(1);
    }

    @Test
    void theFormTakesFilesWithoutJavaScript() {
        assertThat(desk.page(address(desk.known())))
                .containsPattern("<form class=\"write-reply\" enctype=\"multipart/form-data\"")
                .contains("<input id=\"reply-files\" type=\"file\" name=\"files\" multiple")
                .contains("accept=\"image/jpeg,image/png,image/webp,application/pdf\"")
                .contains("Paling banyak 3: foto (JPEG, PNG, WebP) atau PDF")
                .doesNotContainPattern("<textarea id=\"reply-text\"[^>]* required");
    }

    @Test
    void aReplyHasWordsAndFilesAndTheTimelineShowsThem() {
        Ticket ticket = desk.known();

        assertThat(send(ticket, "Ini formulirnya", 1, List.of(file("surat.pdf", "PDF"), file("lokasi.jpg", "JPEG"))))
                .hasStatus(303);

        assertThat(sent(ticket)).hasSize(2);
        assertThat(desk.page(address(ticket)))
                .contains("Ini formulirnya", "surat.pdf, 120 KB")
                .contains("/desk/tickets/" + ticket.code() + "/files/"
                        + sent(ticket).getFirst() + "\"")
                .contains("/files/" + sent(ticket).getLast() + "?preview=true\"");
        assertThat(desk.as(AGENT, get(address(ticket) + "/files/" + sent(ticket).getFirst())))
                .hasStatus(303)
                .hasHeader("Location", "/attachments/" + sent(ticket).getFirst() + "?until=1&signature=s");
        assertThat(desk.as(AGENT, get(address(ticket) + "/files/" + UUID.randomUUID())))
                .hasStatus(404);
    }

    @Test
    void filesAloneAreAReply() {
        Ticket ticket = desk.known();

        assertThat(send(ticket, "", 1, List.of(file("surat.pdf", "PDF")))).hasStatus(303);

        assertThat(sent(ticket)).hasSize(1);
        assertThat(desk.page(address(ticket))).contains("surat.pdf, 120 KB");
    }

    @Test
    void neitherWordsNorFilesAreNone() {
        MvcTestResult result = send(desk.known(), " ", 1, List.of());

        assertThat(result).hasStatus(422);
        assertThat(body(result)).contains("Tulis balasan dulu");
    }

    @Test
    void aFileThatIsNotKeptIsSaidAndEverythingElseStays() {
        Ticket ticket = desk.known();

        MvcTestResult result =
                send(ticket, "Ini formulirnya", 1, List.of(file("surat.pdf", "PDF"), file("jahat.pdf", "VIRUS")));

        assertThat(result).hasStatus(422);
        assertThat(body(result))
                .contains("Berkas “jahat.pdf” memuat virus")
                .containsPattern("<textarea id=\"reply-text\"[^>]*>Ini formulirnya<");
        assertThat(sent(ticket)).isEmpty();

        assertThat(send(ticket, "Ini formulirnya", 1, List.of(), kept(body(result))))
                .hasStatus(303);
        assertThat(sent(ticket)).containsExactly(kept(body(result)));
    }

    @Test
    void takesThreeFilesAtMostAndNoneThatIsTooLarge() {
        Ticket ticket = desk.known();
        MockMultipartFile one = file("a.pdf", "PDF");
        MockMultipartFile large = new MockMultipartFile("files", "besar.pdf", "", new byte[(10 << 20) + 1]);

        assertThat(body(send(ticket, "x", 1, List.of(one, one, one, one)))).contains("paling banyak 3 berkas");
        assertThat(body(send(ticket, "x", 1, List.of(large)))).contains("“besar.pdf” lebih besar dari 10 MB");
        assertThat(sent(ticket)).isEmpty();
    }

    @Test
    void anotherTicketsFileCannotBeSent() throws Exception {
        Correspondence.File other = correspondence.keep(desk.known(), "rahasia.pdf", "PDF".getBytes());
        Ticket ticket = desk.known();

        MvcTestResult result = send(ticket, "Ini", 1, List.of(), other.id());

        assertThat(result).hasStatus(422);
        assertThat(body(result)).contains("sudah tidak tersimpan").doesNotContain("rahasia.pdf");
        assertThat(sent(ticket)).isEmpty();
    }

    @Test
    void aStaleReplyKeepsItsFiles() {
        Ticket ticket = desk.known();
        tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Sudah saya jawab"), Actor.agent("budi"));

        MvcTestResult result = send(ticket, "Ini formulirnya", 1, List.of(file("surat.pdf", "PDF")));

        assertThat(result).hasStatus(409);
        assertThat(send(ticket, "Ini formulirnya", 2, List.of(), kept(body(result))))
                .hasStatus(303);
        assertThat(sent(ticket)).hasSize(1);
    }

    @Test
    void theSameFormSentTwiceIsOneReply() {
        Ticket ticket = desk.known();
        send(ticket, "Ini", 1, List.of(file("surat.pdf", "PDF")));

        assertThat(send(ticket, "Ini", 1, List.of(file("surat.pdf", "PDF")))).hasStatus(303);

        assertThat(sent(ticket)).hasSize(1);
    }

    @Test
    void aFailedMessageIsOfferedAgainWithItsFiles() throws Exception {
        Ticket ticket = desk.known();
        Correspondence.File form = correspondence.keep(ticket, "surat.pdf", "PDF".getBytes());
        Correspondence.Line said = desk.line("agent", "", "failed", "nomor tidak aktif");
        correspondence.knows(
                ticket.code(),
                card(),
                List.of(new Correspondence.Line(
                        said.id(),
                        said.at(),
                        said.author(),
                        "",
                        said.events(),
                        said.state(),
                        said.reason(),
                        List.of(form))));

        assertThat(kept(desk.page(address(ticket) + "?again=31"))).isEqualTo(form.id());
    }

    @Test
    void aFileThatIsGoneIsSaidSo() {
        Ticket ticket = desk.known();
        Correspondence.File gone =
                new Correspondence.File(UUID.randomUUID().toString(), "", 0, "infected", "surat.pdf");
        Correspondence.Line said = desk.line("agent", "Ini", "sent", "");
        correspondence.knows(
                ticket.code(),
                card(),
                List.of(new Correspondence.Line(
                        Optional.of(32L),
                        said.at(),
                        "agent",
                        "Ini",
                        List.of(),
                        said.state(),
                        said.reason(),
                        List.of(gone))));

        assertThat(desk.page(address(ticket))).contains("surat.pdf: tidak disimpan, karena memuat virus");
    }
}
