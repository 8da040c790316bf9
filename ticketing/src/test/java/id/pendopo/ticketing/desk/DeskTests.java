package id.pendopo.ticketing.desk;

import static id.pendopo.ticketing.desk.DeskVisitor.AGENT;
import static id.pendopo.ticketing.desk.DeskVisitor.address;
import static id.pendopo.ticketing.desk.DeskVisitor.body;
import static id.pendopo.ticketing.desk.DeskVisitor.card;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Correspondence;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.FakeCorrespondence;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.NewTicket;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@TicketingTest
class DeskTests {

    private final DeskVisitor desk;
    private final Tickets tickets;
    private final FakeCorrespondence correspondence;
    private final MovingClock clock;
    private final Agents agents;

    @Autowired
    DeskTests(DeskVisitor desk, Tickets tickets, Agents agents, FakeCorrespondence correspondence, MovingClock clock) {
        this.desk = desk;
        this.tickets = tickets;
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
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        clock.forward(Duration.ofMinutes(2));

        assertThat(desk.page("/desk"))
                .contains(ticket.code().grouped(), "sisa 7 hari", "aria-label=\"SMS\"", "Bu Siti", "belum ada petugas")
                .contains("2 mnt", "Belum dibaca:", "Jalan berlubang depan SD 3");
    }

    @Test
    void showsWhoIsInDangerFirstAndInWords() {
        tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        Ticket fire = tickets.handle(new TicketCommand.Open(Drafts.fire()), Actor.CITIZEN);

        assertThat(desk.page("/desk"))
                .containsSubsequence("tolong kebakaran di jalan anggrek", "Jalan berlubang depan SD 3")
                .containsPattern("chip-late\"[^>]*>.*<span>darurat, sisa 15 mnt</span>");
        assertThat(desk.page(address(fire))).contains("darurat, sisa 15 mnt");
    }

    @Test
    void anEmergencyStandsAboveEveryViewUntilSomebodyTakesIt() {
        Ticket fire = tickets.handle(new TicketCommand.Open(Drafts.fire()), Actor.CITIZEN);

        for (String view : List.of("new", "mine", "all", "waiting", "late")) {
            assertThat(desk.page("/desk?view=" + view))
                    .contains("data-ringing=\"1\"", "Darurat: 1 belum ditangani", "kebakaran", "Saya tangani")
                    .contains("Tidak ada petugas piket: hanya halaman ini yang memberi tahu");
        }
        assertThat(desk.page(address(fire)))
                .contains("Tidak ada petugas piket yang dapat dihubungi", "Keadaan darurat: ditangani dalam 15 menit");

        assertThat(desk.send("alarm", fire)).hasStatus(303);

        assertThat(desk.page("/desk?view=all")).doesNotContain("data-ringing").contains("darurat, sisa 15 mnt");
        assertThat(desk.page(address(fire)))
                .contains("Sudah ada yang menangani")
                .doesNotContain("Saya tangani</button>");
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
        assertThat(desk.page("/desk?view=" + view)).contains(words);
    }

    @Test
    void countsEveryViewAndMarksTheOpenOne() {
        tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        clock.forward(Duration.ofDays(30));

        assertThat(desk.page("/desk?view=late"))
                .containsPattern(
                        "aria-current=\"page\"[^>]*>\\s*<span>Terlambat</span>\\s*<span class=\"count count-late\">1<")
                .contains("lewat ");
    }

    @Test
    void findsATicketByItsCodeFromAnyList() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThat(desk.page("/desk?view=mine&q=" + ticket.code().grouped()))
                .contains("Hasil pencarian", ticket.code().digits());
        assertThat(desk.page("/desk?q=tidakada")).contains("Tidak ada tiket dengan “tidakada”.");
    }

    @Test
    void readingATicketMakesItRead() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        desk.page(address(ticket));

        assertThat(desk.page("/desk")).doesNotContain("Belum dibaca:");
    }

    @Test
    void showsMessagesNotesAndEventsInOneLineOfTimeAndNothingTwice() {
        Ticket ticket = desk.known();
        desk.send("note", ticket, "text", "Regu sudah berangkat");
        desk.send("reply", ticket, "text", "Kami datang besok", "version", desk.version(ticket));
        correspondence.knows(ticket.code(), card(), List.of(desk.line("agent", "Kami datang besok", "sent", "", 3L)));

        assertThat(desk.page(address(ticket)))
                .containsSubsequence("Isi laporan", "Catatan · Ani", "Regu sudah berangkat", "Petugas Ani", "terkirim")
                .containsOnlyOnce("Kami datang besok")
                .contains("24 November 2026");
    }

    @Test
    void theSameWordsOfAnotherTurnDoNotStandForAnEvent() {
        Ticket ticket = desk.known();
        desk.send("reply", ticket, "text", "Kami datang besok", "version", "1");
        tickets.handle(new TicketCommand.AddInformation(ticket.code(), "Terima kasih"), Actor.CITIZEN);
        correspondence.knows(
                ticket.code(),
                card(),
                List.of(
                        desk.line("agent", "Kami datang besok", "sent", ""),
                        desk.line("citizen", "Terima kasih", "", "")));
        String page = desk.page(address(ticket));

        assertThat(page.split("Kami datang besok", -1)).hasSize(3);
        assertThat(page.split("Terima kasih", -1)).hasSize(3);
    }

    @Test
    void anEventIsNotSaidTwiceHoweverLongItsMessageTook() {
        Ticket ticket = desk.known();
        desk.send("reply", ticket, "text", "Kami datang besok", "version", "1");
        tickets.handle(new TicketCommand.AddInformation(ticket.code(), "Terima kasih"), Actor.CITIZEN);
        clock.forward(Duration.ofHours(-2));
        correspondence.knows(
                ticket.code(),
                card(),
                List.of(
                        desk.line("agent", "Kami datang besok", "sent", "", 2L),
                        desk.line("citizen", "Terima kasih", "", "", 3L)));

        assertThat(desk.page(address(ticket)))
                .containsOnlyOnce("Kami datang besok")
                .containsOnlyOnce("Terima kasih");
    }

    @Test
    void theQuestionThatFollowsAClosingIsNotSaidTwice() {
        Ticket ticket = desk.known();
        desk.send("close", ticket, "outcome", "FIXED", "text", "Lubang ditambal", "version", "1");
        correspondence.knows(
                ticket.code(),
                card(),
                List.of(desk.line(
                        "desk", "Tiket ditutup: Lubang ditambal. Apakah sudah selesai?", "sent", "response", 2L)));

        assertThat(desk.page(address(ticket)))
                .containsOnlyOnce("Lubang ditambal")
                .doesNotContain("response", "Sedang menunggu jawaban warga");
    }

    @Test
    void suggestsArticlesForTheTicketWhenTheLastWordsOnlyCalledForSomebody() {
        NewTicket asked = Drafts.pothole();
        Ticket ticket = tickets.handle(
                new TicketCommand.Open(new NewTicket(
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
                        asked.language(),
                        Optional.empty())),
                Actor.CITIZEN);
        correspondence.knows(ticket.code(), card(), List.of(desk.line("citizen", "petugas", "", "")));

        assertThat(desk.page(address(ticket)))
                .contains("Lampu jalan padam", "Sisipkan", "&amp;insert=lampu-jalan&amp;written=id#reply-text");
        assertThat(desk.page(address(ticket) + "?insert=lampu-jalan&written=id"))
                .contains(">Petugas memeriksa lampu jalan");
    }

    @Test
    void suggestsArticlesAndACategoryForTheCitizensWords() {
        Ticket ticket = desk.known();
        correspondence.knows(ticket.code(), card(), List.of(desk.line("citizen", "lampu padam", "", "")));
        NewTicket lamp = Drafts.pothole();
        Ticket dark = tickets.handle(
                new TicketCommand.Open(new NewTicket(
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
                        lamp.language(),
                        Optional.empty())),
                Actor.CITIZEN);

        assertThat(desk.page(address(ticket)))
                .contains("Lampu jalan padam", "Sisipkan", "&amp;insert=lampu-jalan&amp;written=id#reply-text");
        assertThat(desk.page(address(ticket) + "?insert=lampu-jalan&written=id"))
                .contains(">Petugas memeriksa lampu jalan", "https://layanan.example/help/lampu-jalan</textarea>");
        assertThat(desk.page(address(dark))).containsPattern("Mungkin tentang: .* \\(82\\p{Z}?%\\)");
        desk.send("category", dark, "category", "lampu-jalan", "version", "1");
        assertThat(desk.now(dark).category()).isEqualTo("lampu-jalan");
        assertThat(desk.page(address(dark))).contains("“Kategori yang disarankan”");
    }

    @Test
    void showsTheCitizensCardMasked() {
        Ticket earlier = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        Ticket ticket = desk.known();
        correspondence.knows(
                ticket.code(),
                new Correspondence.CitizenCard(
                        "+62 812-***-90", "twilio-sms", "id", "Boleh dihubungi", List.of(earlier.code())),
                List.of());

        assertThat(desk.page(address(ticket)))
                .contains("+62 812-***-90", "<dd>SMS</dd>", "<dd>Indonesia</dd>", "Boleh dihubungi", "Tiket lalu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "abc", "482177302"})
    void aCodeOfNobodyIsNotFound(String code) {
        assertThat(desk.as(AGENT, get("/desk/tickets/" + code))).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/events", "/admin/desk"})
    void whoHasNoAuthoritySeesNoDesk(String path) {
        assertThat(desk.as(new String[] {"api:read"}, get(path))).hasStatus(403);
    }

    @Test
    void everyFormCarriesAToken() {
        String page = desk.page(address(desk.known()));
        assertThat(page.split("method=\"post\"", -1)).hasSize(page.split("name=\"_csrf\"", -1).length);
    }

    @Test
    void hasNoInlineScriptOrStyle() {
        assertThat(desk.page(address(desk.known())))
                .doesNotContainPattern("<script(?![^>]*src=)")
                .doesNotContainPattern(" (style|on[a-z]+|hx-on[a-z:-]*)=")
                .doesNotContain("<style", "js:");
    }

    @Test
    void speaksEnglishToo() {
        Ticket ticket = desk.known();
        String page = body(desk.in("en", AGENT, get(address(ticket))));

        assertThat(page)
                .contains("Waiting for the citizen’s answer", "Close ticket")
                .doesNotContain("??");
    }
}
