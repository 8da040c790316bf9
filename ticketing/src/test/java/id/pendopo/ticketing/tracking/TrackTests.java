package id.pendopo.ticketing.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.FakeCorrespondence;
import id.pendopo.ticketing.FakeVisitors;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import id.pendopo.ticketing.lifecycle.WrongCodes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TicketingTest
class TrackTests {

    private final MockMvcTester mvc;
    private final Tickets tickets;
    private final TicketHistory history;
    private final MovingClock clock;
    private final FakeCorrespondence correspondence;
    private final MockHttpSession session = new MockHttpSession();

    @Autowired
    TrackTests(
            MockMvc mvc, Tickets tickets, TicketHistory history, MovingClock clock, FakeCorrespondence correspondence) {
        this.correspondence = correspondence;
        this.mvc = MockMvcTester.create(mvc);
        this.tickets = tickets;
        this.history = history;
        this.clock = clock;
    }

    @ParameterizedTest
    @CsvSource({
        "482177302, Nomor tiket 10 angka. Yang Anda tulis 9 angka.",
        "48217730211, Nomor tiket 10 angka. Yang Anda tulis 11 angka.",
        "482 177 302, Nomor tiket 10 angka. Yang Anda tulis 9 angka.",
        "4821773o21, Nomor tiket hanya berisi angka.",
        "1111111111, Nomor itu tidak cocok.",
        "'', Tulis nomor tiket Anda."
    })
    void saysWhatIsWrongWithANumber(String typed, String words) {
        MvcTestResult result = visit(get("/track").param("code", typed));

        assertThat(result).hasStatus(422);
        assertThat(body(result)).contains(words, "href=\"#code\"");
    }

    @Test
    void leadsFromTheNumberToThePage() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThat(visit(get("/track").param("code", ticket.code().grouped())))
                .hasStatus(303)
                .hasHeader("Location", "/track/" + ticket.code());
    }

    @Test
    void theCodeAloneShowsStateAndNextDateAndNothingThatAnybodyWrote() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "Kami datang besok"), Actor.agent("ani"));
        String page = page(ticket);

        assertThat(page)
                .contains("Laporan Anda sedang dikerjakan.", "paling lambat 1 Desember 2026 pukul 16.00 WIB")
                .contains("Empat angka terakhir nomor telepon Anda")
                .doesNotContain("berlubang", "Siti", "Kami datang besok", "SD 3", "Tambah informasi");
    }

    @Test
    void theLastFourDigitsOpenTheDetails() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Note(ticket.code(), "Catatan rahasia"), Actor.agent("ani"));
        tickets.handle(new TicketCommand.Reply(ticket.code(), 2, "Kami datang besok"), Actor.agent("ani"));
        assertThat(send(ticket, "open", "digits", "7890")).hasStatus(303);

        assertThat(page(ticket))
                .containsSubsequence("Petugas kami menjawab.", "Kami datang besok", "Laporan diterima lewat SMS.")
                .contains("Jalan berlubang depan SD 3", "Tambah informasi", "Sudah selesai")
                .doesNotContain("Catatan rahasia");
    }

    @Test
    void whoProvedTheTicketOpensWhatAgentsSent() throws Exception {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        String file = correspondence.keep(ticket, "surat.pdf", "PDF".getBytes()).id();
        tickets.handle(new TicketCommand.Reply(ticket.code(), 1, "", false, List.of(file)), Actor.agent("ani"));
        String address = "/track/" + ticket.code() + "/files/" + file;
        assertThat(page(ticket)).doesNotContain("surat.pdf");
        assertThat(visit(get(address)))
                .satisfies(result -> assertThat(result.getResponse().getHeader("Location"))
                        .isNotEqualTo("/attachments/" + file + "?until=1&signature=s"));

        send(ticket, "open", "digits", "7890");

        assertThat(page(ticket)).contains("Berkas dari petugas", "surat.pdf, 120 KB", address);
        assertThat(visit(get(address)))
                .hasStatus(303)
                .hasHeader("Location", "/attachments/" + file + "?until=1&signature=s");
    }

    @Test
    void fiveWrongTriesLockTheDetailsForAnHour() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        for (int left = 4; left > 0; left--) {
            MvcTestResult result = send(ticket, "open", "digits", "1111");
            assertThat(result).hasStatus(403);
            assertThat(body(result)).contains("Anda masih dapat mencoba " + left + " kali.");
        }
        assertThat(send(ticket, "open", "digits", "1111")).hasStatus(429);
        assertThat(body(send(ticket, "open", "digits", "7890"))).contains("Coba lagi sesudah pukul 10.00 WIB");
        clock.forward(Duration.ofMinutes(61));
        assertThat(send(ticket, "open", "digits", "7890")).hasStatus(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "78", "abcd", "0812 3456 7890"})
    void asksForFourDigitsWithoutCountingATry(String typed) {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        for (int i = 0; i < 6; i++) {
            assertThat(body(send(ticket, "open", "digits", typed))).contains("Tulis empat angka, misalnya 7890.");
        }
        assertThat(send(ticket, "open", "digits", "7890")).hasStatus(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "denied", "solved", "rating"})
    void nobodyChangesATicketByItsCodeAlone(String step) {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        MvcTestResult result = send(ticket, step, "text", "Bukan saya");

        assertThat(result).hasStatus(403);
        assertThat(body(result)).contains("Buka rincian dulu");
        assertThat(now(ticket).version()).isEqualTo(1);
    }

    @Test
    void aProofOpensOneTicketOnly() {
        Ticket mine = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        Ticket other = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        send(mine, "open", "digits", "7890");

        assertThat(send(other, "add", "text", "x")).hasStatus(403);
        assertThat(page(other)).doesNotContain("berlubang");
    }

    @Test
    void theReceiptOpensTheDetailsByItself() {
        Ticket ticket = tickets.handle(
                new TicketCommand.Open(Drafts.of("jalan-rusak", TicketCode.anonymousReceipt())), Actor.CITIZEN);

        assertThat(page(ticket)).contains("Jalan berlubang depan SD 3", "Tambah informasi");
    }

    @Test
    void theChatThatItCameFromOpensTheDetails() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);

        assertThat(body(visit(get("/track/" + ticket.code()).header(FakeVisitors.CONVERSATION, 7))))
                .contains("Jalan berlubang depan SD 3");
        assertThat(body(visit(get("/track/" + ticket.code()).header(FakeVisitors.CONVERSATION, 8))))
                .doesNotContain("Jalan berlubang depan SD 3");
    }

    @ParameterizedTest
    @CsvSource({
        "denied, text, Masih berlubang, denied",
        "solved, text, '', solved",
        "rating, score, 2, rated",
        "add, text, Sudah dua orang jatuh, added"
    })
    void theSameFormSentTwiceDoesItsStepOnce(String step, String field, String typed, String done) {
        Ticket ticket = proven();
        tickets.handle(new TicketCommand.Close(ticket.code(), 1, Outcome.FIXED, "Lubang ditambal"), Actor.agent("ani"));
        String key = key(page(ticket));
        sendKeyed(ticket, step, key, field, typed);
        tickets.handle(new TicketCommand.Note(ticket.code(), "Telepon mandor"), Actor.agent("ani"));

        assertThat(sendKeyed(ticket, step, key, field, typed))
                .hasStatus(303)
                .hasHeader("Location", "/track/" + ticket.code() + "?done=" + done);
        assertThat(history.of(ticket.code())).hasSize(4);
    }

    @Test
    void theSameWrongDigitsSentTwiceAreOneTry() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        String key = key(page(ticket));
        sendKeyed(ticket, "open", key, "digits", "1111");

        assertThat(body(sendKeyed(ticket, "open", key, "digits", "1111"))).contains("Anda masih dapat mencoba 4 kali.");
        assertThat(body(sendKeyed(ticket, "open", key, "digits", "2222"))).contains("Anda masih dapat mencoba 3 kali.");
        assertThat(sendKeyed(ticket, "open", key, "digits", "7890")).hasStatus(303);
        assertThat(sendKeyed(ticket, "open", key, "digits", "7890")).hasStatus(303);
    }

    @Test
    void aRefusedFormIsRepeatedOnlyInVainOnceItIsLocked() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        String key = key(page(ticket));
        for (int wrong = 1111; wrong <= 5555; wrong += 1111) {
            sendKeyed(ticket, "open", key, "digits", String.valueOf(wrong));
        }

        assertThat(sendKeyed(ticket, "open", key, "digits", "1111")).hasStatus(429);
        assertThat(sendKeyed(ticket, "open", key, "digits", "7890")).hasStatus(429);
        assertThat(sendKeyed(ticket, "open", key, "digits", "7890")).hasStatus(429);
    }

    @Test
    void addsInformation() {
        Ticket ticket = proven();

        assertThat(send(ticket, "add", "text", " Sudah dua orang jatuh "))
                .hasStatus(303)
                .hasHeader("Location", "/track/" + ticket.code() + "?done=added");
        assertThat(body(visit(get("/track/" + ticket.code() + "?done=added"))))
                .contains("Tulisan Anda sudah sampai pada petugas.", "Sudah dua orang jatuh");
    }

    @Test
    void asksForWordsBeforeItTakesAnything() {
        Ticket ticket = proven();
        MvcTestResult result = send(ticket, "add", "text", " ");

        assertThat(result).hasStatus(422);
        assertThat(body(result)).contains("Tulis dulu yang ingin Anda tambahkan.", "href=\"#add\"");
    }

    @Test
    void theCitizenDeniesAndConfirms() {
        Ticket ticket = proven();
        tickets.handle(new TicketCommand.Close(ticket.code(), 1, Outcome.FIXED, "Lubang ditambal"), Actor.agent("ani"));
        assertThat(page(ticket))
                .contains("Laporan Anda ditutup: sudah dikerjakan.", "Apakah masalahnya sudah selesai?");

        send(ticket, "denied", "text", "Masih berlubang");
        assertThat(now(ticket).status()).isEqualTo(TicketStatus.OPEN);
        send(ticket, "solved");
        assertThat(now(ticket).status()).isEqualTo(TicketStatus.CONFIRMED);
        assertThat(page(ticket)).contains("Laporan Anda selesai.");
    }

    @Test
    void apologisesForALateAnswer() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        clock.forward(Duration.ofDays(30));

        assertThat(page(ticket)).contains("Seharusnya", "Kami minta maaf");
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyOutcomeHasASentence(Outcome outcome) {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        tickets.handle(new TicketCommand.Close(ticket.code(), 1, outcome, "Begitu"), Actor.agent("ani"));

        assertThat(page(ticket)).contains("Laporan Anda ditutup").doesNotContain("??", "Begitu");
    }

    @Test
    void whoTriesManyNumbersHasToWait() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        for (int i = 0; i < WrongCodes.FORGIVEN; i++) {
            assertThat(visit(from("10.1.2.3", "/track/" + TicketCode.random()))).hasStatus(404);
        }
        assertThat(visit(from("10.1.2.3", "/track/" + ticket.code()))).hasStatus(429);
        assertThat(visit(from("10.9.9.9", "/track/" + ticket.code()))).hasStatus(200);
        clock.forward(Duration.ofMinutes(61));
        assertThat(visit(from("10.1.2.3", "/track/" + ticket.code()))).hasStatus(200);
    }

    /** One subscriber has as many addresses as they like. */
    @Test
    void whoTriesFromManyAddressesOfOneNetworkHasToWaitToo() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        for (int i = 0; i < WrongCodes.FORGIVEN; i++) {
            assertThat(visit(from("2001:db8:7:7::" + Integer.toHexString(i + 1), "/track/" + TicketCode.random())))
                    .hasStatus(404);
        }

        assertThat(visit(from("2001:db8:7:7:1::1", "/track/" + ticket.code()))).hasStatus(429);
    }

    @Test
    void nobodyIsLockedOutOfATicketThatTheyProvedOrWhoseReceiptTheyHold() {
        Ticket mine = proven();
        for (int i = 0; i < WrongCodes.FORGIVEN; i++) {
            visit(from("10.1.2.4", "/track/" + TicketCode.random()));
        }

        assertThat(mvc.perform(from("10.1.2.4", "/track/" + mine.code()))).hasStatus(429);
        assertThat(visit(from("10.1.2.4", "/track/" + mine.code()))).hasStatus(200);
    }

    @Test
    void fiveSlipsOnDigitsHideTheStateFromNobodyAndLeadToAOneTimeCode() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        for (int slip = 0; slip < 5; slip++) {
            send(ticket, "open", "digits", "1111");
        }

        assertThat(visit(from("10.8.8.8", "/track/" + ticket.code()))).hasStatus(200);
        assertThat(body(send(ticket, "open", "digits", "7890")))
                .contains("kode sekali pakai", "Empat angka terakhir nomor telepon Anda");
    }

    @Test
    void anUnknownNumberSaysSo() {
        String code = TicketCode.random().digits();

        assertThat(body(visit(get("/track/" + code)))).contains("Tidak ada laporan dengan nomor");
    }

    @Test
    void speaksEnglishToo() {
        Ticket ticket = proven();
        String page =
                body(mvc.perform(get("/track/" + ticket.code()).session(session).locale(Locale.ENGLISH)));

        assertThat(page).contains("Add information", "at 16:00 WIB").doesNotContain("??");
    }

    private Ticket proven() {
        Ticket ticket = tickets.handle(new TicketCommand.Open(Drafts.pothole()), Actor.CITIZEN);
        send(ticket, "open", "digits", "7890");
        return ticket;
    }

    private Ticket now(Ticket ticket) {
        return tickets.find(ticket.code()).orElseThrow();
    }

    private String page(Ticket ticket) {
        return body(visit(get("/track/" + ticket.code())));
    }

    private MvcTestResult send(Ticket ticket, String step, String... field) {
        MockHttpServletRequestBuilder request = post("/track/" + ticket.code() + "/" + step);
        List.of(field).stream().skip(1).forEach(value -> request.param(field[0], value));
        return visit(request);
    }

    private MvcTestResult sendKeyed(Ticket ticket, String step, String key, String field, String typed) {
        return visit(
                post("/track/" + ticket.code() + "/" + step).param("key", key).param(field, typed));
    }

    private static String key(String page) {
        Matcher matcher = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static MockHttpServletRequestBuilder from(String address, String path) {
        return get(path).with(request -> {
            request.setRemoteAddr(address);
            return request;
        });
    }

    private MvcTestResult visit(MockHttpServletRequestBuilder request) {
        return mvc.perform(request.session(session).locale(Locale.of("id")));
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
