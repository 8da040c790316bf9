package id.pendopo.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TicketingTest
class DeskTests {

    private static final String[] AGENT = {"desk:read", "desk:reply", "desk:assign", "desk:close"};

    private final MockMvcTester mvc;
    private final Tickets tickets;
    private final TicketHistory history;
    private final Agents agents;
    private final FakeCorrespondence correspondence;
    private final MovingClock clock;

    @Autowired
    DeskTests(
            MockMvc mvc,
            Tickets tickets,
            TicketHistory history,
            Agents agents,
            FakeCorrespondence correspondence,
            MovingClock clock) {
        this.mvc = MockMvcTester.create(mvc);
        this.tickets = tickets;
        this.history = history;
        this.agents = agents;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    @BeforeEach
    void twoAgents() {
        agents.put(new Agents.Agent("ani", "Ani", "dinas-pupr"));
        agents.put(new Agents.Agent("budi", "Budi", "dinas-pupr"));
    }

    @Test
    void listsATicketWithItsClockAndMaskedCitizenInWords() {
        Ticket ticket = tickets.open(Drafts.pothole());
        clock.forward(Duration.ofMinutes(2));

        assertThat(page("/desk"))
                .contains(ticket.code().grouped(), "sisa 7 hari", "aria-label=\"SMS\"", "Bu Siti", "belum ada petugas")
                .contains("2 mnt", "Belum dibaca:", "Jalan berlubang depan SD 3");
    }

    @ParameterizedTest
    @CsvSource({
        "new, Tidak ada tiket baru. Semua sudah dipegang.",
        "mine, Anda tidak memegang tiket. Ambil satu dari Baru.",
        "all, Belum ada tiket.",
        "waiting, Tidak ada tiket yang menunggu warga.",
        "late, Tidak ada tiket terlambat. Bagus."
    })
    void saysSomethingInAnEmptyList(String view, String words) {
        assertThat(page("/desk?view=" + view)).contains(words);
    }

    @Test
    void countsEveryViewAndMarksTheOpenOne() {
        tickets.open(Drafts.pothole());
        clock.forward(Duration.ofDays(30));

        assertThat(page("/desk?view=late"))
                .containsPattern(
                        "aria-current=\"page\"[^>]*>\\s*<span>Terlambat</span>\\s*<span class=\"count count-late\">1<")
                .contains("lewat ");
    }

    @Test
    void findsATicketByItsCodeFromAnyList() {
        Ticket ticket = tickets.open(Drafts.pothole());

        assertThat(page("/desk?view=mine&q=" + ticket.code().grouped()))
                .contains("Hasil cari", ticket.code().digits());
        assertThat(page("/desk?q=tidakada")).contains("Tidak ada tiket dengan “tidakada”.");
    }

    @Test
    void readingATicketMakesItRead() {
        Ticket ticket = tickets.open(Drafts.pothole());
        page(address(ticket));

        assertThat(page("/desk")).doesNotContain("Belum dibaca:");
    }

    @Test
    void showsMessagesNotesAndEventsInOneLineOfTimeAndNothingTwice() {
        Ticket ticket = known();
        send("note", ticket, "text", "Regu sudah berangkat");
        send("reply", ticket, "text", "Kami datang besok", "version", version(ticket));
        correspondence.knows(ticket.code(), card(), List.of(line("agent", "Kami datang besok", "sent", "")));

        assertThat(page(address(ticket)))
                .containsSubsequence("Isi laporan", "Catatan · Ani", "Regu sudah berangkat", "Petugas Ani", "terkirim")
                .containsOnlyOnce("Kami datang besok")
                .contains("24 November 2026");
    }

    @Test
    void theQuestionThatFollowsAClosingIsNotSaidTwice() {
        Ticket ticket = known();
        send("close", ticket, "outcome", "FIXED", "text", "Lubang ditambal", "version", "1");
        correspondence.knows(
                ticket.code(),
                card(),
                List.of(line("desk", "Tiket ditutup: Lubang ditambal. Apakah sudah selesai?", "sent", "response")));

        assertThat(page(address(ticket)))
                .containsOnlyOnce("Lubang ditambal")
                .doesNotContain("response", "Sedang menunggu jawaban warga");
    }

    @Test
    void offersAFailedMessageAgain() {
        Ticket ticket = known();
        correspondence.knows(
                ticket.code(), card(), List.of(line("agent", "Kami datang", "failed", "nomor tidak aktif")));

        assertThat(page(address(ticket))).contains("gagal: nomor tidak aktif", "again=0#reply-text");
        assertThat(page(address(ticket) + "?again=0")).containsPattern("<textarea id=\"reply-text\"[^>]*>Kami datang<");
    }

    @Test
    void aReplyIsStoredAndLeadsBackToTheTicket() {
        Ticket ticket = known();
        MvcTestResult result = send("reply", ticket, "text", " Kami datang besok ", "version", "1", "view", "mine");

        assertThat(result).hasStatus(303).hasHeader("Location", "/desk/tickets/" + ticket.code() + "?view=mine");
        assertThat(replies(ticket)).containsExactly("Kami datang besok");
        assertThat(now(ticket).assignee()).contains("ani");
    }

    @Test
    void aTickedReplyWaitsForTheCitizen() {
        Ticket ticket = known();
        send("reply", ticket, "text", "Di mana tepatnya?", "version", "1", "waiting", "true");

        assertThat(now(ticket).status()).isEqualTo(TicketStatus.WAITING_ON_CITIZEN);
    }

    @Test
    void aStaleReplyShowsWhatChangedKeepsItsTextAndIsNotSent() {
        Ticket ticket = known();
        tickets.reply(ticket.code(), 1, "Sudah saya jawab", "budi");
        MvcTestResult result = send("reply", ticket, "text", "Jawaban Ani", "version", "1");

        assertThat(result).hasStatus(409);
        assertThat(body(result))
                .contains("tiket ini berubah saat Anda menulis", "Budi membalas: “Sudah saya jawab”")
                .containsPattern("<textarea id=\"reply-text\"[^>]*>Jawaban Ani<")
                .contains("name=\"version\" value=\"2\"");
        assertThat(replies(ticket)).containsExactly("Sudah saya jawab");
    }

    @Test
    void aRefusedFormsAddressLoadedAgainLeadsToTheTicket() {
        Ticket ticket = known();

        assertThat(as(AGENT, get(address(ticket) + "/reply?view=mine")))
                .hasStatus(303)
                .hasHeader("Location", address(ticket) + "?view=mine");
    }

    @Test
    void theSameReplySentTwiceIsSentOnce() {
        Ticket ticket = known();
        send("reply", ticket, "text", "Kami datang besok", "version", "1");

        assertThat(send("reply", ticket, "text", "Kami datang besok", "version", "1"))
                .hasStatus(303);
        assertThat(replies(ticket)).containsExactly("Kami datang besok");
    }

    @Test
    void aReplyThatIsTooLongForTheLineIsNotSent() {
        Ticket ticket = known();
        MvcTestResult result = send("reply", ticket, "text", "a".repeat(481), "version", "1");

        assertThat(result).hasStatus(422);
        assertThat(body(result)).contains("Belum dikirim. Terlalu panjang: paling banyak 3 SMS.", "a".repeat(481));
        assertThat(replies(ticket)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "reply, Tulis balasan dulu.",
        "note, Tulis catatan dulu.",
        "close, Pilih hasil dan tulis penjelasan untuk warga."
    })
    void anEmptyFormSaysWhatToDo(String action, String words) {
        Ticket ticket = known();
        MvcTestResult result = send(action, ticket, "text", "  ", "version", "1");

        assertThat(result).hasStatus(422);
        assertThat(body(result)).contains(words);
        assertThat(now(ticket).version()).isEqualTo(1);
    }

    @Test
    void metersAReplyInSmsAndNamesTheLine() {
        Ticket ticket = known();
        assertThat(body(send("meter", ticket, "text", "a".repeat(161))))
                .contains("Dikirim lewat SMS", "161/320 · 2 SMS");
        assertThat(body(send("meter", ticket, "text", "ê"))).contains("Huruf ê membuat SMS lebih mahal.");
    }

    @Test
    void saysBeforeSendingThatNobodyCanBeReached() {
        Ticket ticket = tickets.open(Drafts.pothole());

        assertThat(page(address(ticket))).contains("Balasan Anda dibaca di halaman lacak.", "Simpan balasan");
    }

    @Test
    void anAgentTakesATicketAndGivesItAway() {
        Ticket ticket = known();
        assertThat(page(address(ticket))).contains("Ambil");
        send("assign", ticket, "to", "ani");
        assertThat(now(ticket).assignee()).contains("ani");
        assertThat(page(address(ticket))).doesNotContain(">Ambil<").contains("Ani mengambil tiket");
        send("assign", ticket, "to", "");
        assertThat(now(ticket).assignee()).isEmpty();
        assertThat(send("assign", ticket, "to", "siapa")).hasStatus(422);
    }

    @Test
    void closesWithAnOutcomeAndWords() {
        Ticket ticket = known();
        send("close", ticket, "outcome", "FIXED", "text", "Lubang ditambal", "version", "1");

        assertThat(now(ticket).outcome()).contains(Outcome.FIXED);
        assertThat(page(address(ticket)))
                .contains("Ani menutup tiket: Sudah dikerjakan", "Lubang ditambal")
                .doesNotContain("id=\"close\"");
    }

    @Test
    void aStaleCloseKeepsItsWordsAndOutcome() {
        Ticket ticket = known();
        tickets.addInformation(ticket.code(), "Masih berlubang");
        MvcTestResult result =
                send("close", ticket, "outcome", "EXPLAINED", "text", "Sudah kami jelaskan", "version", "1");

        assertThat(result).hasStatus(409);
        assertThat(body(result))
                .contains("Warga menambah informasi: “Masih berlubang”", "Lanjutkan menutup", ">Sudah kami jelaskan<")
                .containsPattern("value=\"EXPLAINED\"[^>]*checked");
        assertThat(now(ticket).status()).isEqualTo(TicketStatus.NEW);
    }

    @Test
    void suggestsArticlesForTheTicketWhenTheLastWordsOnlyCalledForSomebody() {
        NewTicket asked = Drafts.pothole();
        Ticket ticket = tickets.open(new NewTicket(
                TicketCode.random(),
                asked.type(),
                asked.category(),
                "kapan lampu jalan diperbaiki",
                asked.place(),
                asked.name(),
                asked.visibility(),
                true,
                Optional.empty(),
                "web",
                Optional.empty(),
                asked.language()));
        correspondence.knows(ticket.code(), card(), List.of(line("citizen", "petugas", "", "")));

        assertThat(page(address(ticket))).contains("Lampu jalan padam", "Sisipkan");
        assertThat(page(address(ticket) + "?insert=0")).contains(">Petugas memeriksa lampu jalan");
    }

    @Test
    void suggestsArticlesAndACategoryForTheCitizensWords() {
        Ticket ticket = known();
        correspondence.knows(ticket.code(), card(), List.of(line("citizen", "lampu padam", "", "")));
        NewTicket lamp = Drafts.pothole();
        Ticket dark = tickets.open(new NewTicket(
                TicketCode.random(),
                lamp.type(),
                lamp.category(),
                "lampu mati",
                lamp.place(),
                lamp.name(),
                lamp.visibility(),
                true,
                Optional.empty(),
                "web",
                Optional.empty(),
                lamp.language()));

        assertThat(page(address(ticket))).contains("Lampu jalan padam", "Sisipkan");
        assertThat(page(address(ticket) + "?insert=0")).contains(">Petugas memeriksa lampu jalan");
        assertThat(page(address(dark))).containsPattern("Mungkin tentang: .* \\(82\\p{Z}?%\\)");
        send("category", dark, "category", "lampu-jalan", "version", "1");
        assertThat(now(dark).category()).isEqualTo("lampu-jalan");
    }

    @Test
    void showsTheCitizensCardMasked() {
        assertThat(page(address(known())))
                .contains("+62 812-***-90", "<dd>SMS</dd>", "<dd>Indonesia</dd>", "Boleh dihubungi", "Tiket lalu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "abc", "482177302"})
    void aCodeOfNobodyIsNotFound(String code) {
        assertThat(as(AGENT, get("/desk/tickets/" + code))).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply", "note", "assign", "close", "meter"})
    void whoMayOnlyReadChangesNothing(String action) {
        Ticket ticket = known();
        assertThat(as(
                        new String[] {"desk:read"},
                        form(action, ticket, "text", "x", "version", "1", "outcome", "FIXED")))
                .hasStatus(403);
        assertThat(now(ticket).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/events", "/admin/desk"})
    void whoHasNoAuthoritySeesNoDesk(String path) {
        assertThat(as(new String[] {"api:read"}, get(path))).hasStatus(403);
    }

    @Test
    void everyFormCarriesAToken() {
        String page = page(address(known()));
        assertThat(page.split("method=\"post\"", -1)).hasSize(page.split("name=\"_csrf\"", -1).length);
    }

    @Test
    void hasNoInlineScriptOrStyle() {
        assertThat(page(address(known())))
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContainPattern(" (style|on[a-z]+|hx-on[a-z:-]*)=")
                .doesNotContain("<style", "js:");
    }

    @Test
    void speaksEnglishToo() {
        Ticket ticket = known();
        String page = body(in("en", AGENT, get(address(ticket))));

        assertThat(page)
                .contains("Waiting for the citizen’s answer", "Close ticket")
                .doesNotContain("??");
    }

    private Ticket known() {
        Ticket ticket = tickets.open(Drafts.pothole());
        correspondence.knows(ticket.code(), card(), List.of());
        return ticket;
    }

    private static Correspondence.CitizenCard card() {
        return new Correspondence.CitizenCard(
                "+62 812-***-90", "twilio-sms", "id", "Boleh dihubungi", List.of(TicketCode.random()));
    }

    private Correspondence.Line line(String author, String text, String state, String reason) {
        return new Correspondence.Line(
                clock.instant(),
                author,
                text,
                Optional.of(state).filter(key -> !key.isEmpty()),
                Optional.of(reason).filter(why -> !why.isEmpty()));
    }

    private static String address(Ticket ticket) {
        return "/desk/tickets/" + ticket.code();
    }

    private Ticket now(Ticket ticket) {
        return tickets.find(ticket.code()).orElseThrow();
    }

    private String version(Ticket ticket) {
        return String.valueOf(now(ticket).version());
    }

    private List<String> replies(Ticket ticket) {
        return history.of(ticket.code()).stream()
                .filter(entry -> entry.event() instanceof HistoryEvent.Replied)
                .map(entry -> EventWords.text(entry.event()))
                .toList();
    }

    private String page(String address) {
        MvcTestResult result = as(AGENT, get(address));
        assertThat(result).hasStatus(200);
        return body(result);
    }

    private MvcTestResult send(String action, Ticket ticket, String... fields) {
        return as(AGENT, form(action, ticket, fields));
    }

    private static MockHttpServletRequestBuilder form(String action, Ticket ticket, String... fields) {
        MockHttpServletRequestBuilder request =
                post(address(ticket) + "/" + action).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    private MvcTestResult as(String[] authorities, MockHttpServletRequestBuilder request) {
        return in("id", authorities, request);
    }

    private MvcTestResult in(String language, String[] authorities, MockHttpServletRequestBuilder request) {
        return mvc.perform(request.locale(Locale.of(language))
                .with(user("ani").authorities(AuthorityUtils.createAuthorityList(authorities))));
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
