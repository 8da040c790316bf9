package id.pendopo.ticketing.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import id.pendopo.ticketing.FakePace;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ui.VisitorPace.Form;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TicketingTest
class ReportTests {

    private final MockMvcTester mvc;
    private final Tickets tickets;
    private final JdbcClient jdbc;
    private final FakePace pace;
    private final MockHttpSession session = new MockHttpSession();

    @Autowired
    ReportTests(MockMvc mvc, Tickets tickets, JdbcClient jdbc, FakePace pace) {
        this.pace = pace;
        this.mvc = MockMvcTester.create(mvc);
        this.tickets = tickets;
        this.jdbc = jdbc;
    }

    @AfterEach
    void nobodyIsHeld() {
        pace.letGo();
    }

    @Test
    void whoSendsTooManyIsToldWhenAndKeepsTheReport() {
        begin();
        answer("text", "lampu jalan padam");
        answer("category", "lampu-jalan");
        answer("place", "");
        answer("who", "ANONYMOUS");
        pace.hold(Form.REPORT, Duration.ofSeconds(80));

        assertThat(visit(post("/report/check")))
                .hasStatus(429)
                .hasHeader("Retry-After", "80")
                .bodyText()
                .contains("Coba lagi dalam 2 menit", "lampu jalan padam");
        pace.letGo();
        assertThat(visit(post("/report/check"))).hasHeader("Location", "/report/done");
    }

    @Test
    void whoAnswersTooFastKeepsWhatWasTyped() {
        begin();
        pace.hold(Form.REPORT_ANSWER, Duration.ofSeconds(5));

        assertThat(answer("text", "lampu jalan padam"))
                .hasStatus(429)
                .bodyText()
                .contains("Coba lagi dalam 1 menit", "lampu jalan padam");
        assertThat(visit(post("/report"))).hasStatus(429).bodyText().contains("Mulai melapor");
    }

    @Test
    void asksOneQuestionAPageAndThenShowsTheCode() {
        assertThat(page("/report")).contains("Mulai melapor");
        assertThat(begin()).hasHeader("Location", "/report/text");
        assertThat(answer("text", "lampu jalan padam")).hasHeader("Location", "/report/category");
        assertThat(answer("category", "lampu-jalan")).hasHeader("Location", "/report/place");
        assertThat(answer("place", "Depan SD 3")).hasHeader("Location", "/report/who");
        assertThat(answer("who", "NAME_HIDDEN")).hasHeader("Location", "/report/name");
        assertThat(answer("name", "Ibu Sari")).hasHeader("Location", "/report/contact");
        assertThat(answer("contact", "7890")).hasHeader("Location", "/report/check");
        assertThat(page("/report/check"))
                .containsSubsequence(
                        "lampu jalan padam", "Lampu jalan", "Depan SD 3", "Petugas saja", "Ibu Sari", "7890");
        assertThat(visit(post("/report/check"))).hasHeader("Location", "/report/done");

        String done = page("/report/done");
        Ticket ticket = tickets.find(code(done)).orElseThrow();
        assertThat(done)
                .contains(
                        "Simpan kode ini.",
                        "<svg role=\"img\"",
                        "Petugas melihat nama Anda bila Anda menulisnya.",
                        "paling lambat");
        assertThat(ticket)
                .returns("lampu jalan padam", Ticket::description)
                .returns("lampu-jalan", Ticket::category)
                .returns("report", Ticket::channel)
                .returns(Visibility.NAME_HIDDEN, Ticket::visibility);
        assertThat(page("/track/" + ticket.code())).contains("lampu jalan padam");
    }

    @Test
    void suggestsTheCategoryFromTheWordsFirst() {
        begin();
        answer("text", "lampu jalan padam");

        assertThat(page("/report/category")).containsSubsequence("lampu-jalan", "Dari tulisan Anda", "jalan-rusak");
    }

    @ParameterizedTest
    @CsvSource({
        "text, a, 'Tulis apa yang terjadi, paling sedikit satu kalimat.'",
        "category, keluhan, Pilih satu yang paling dekat.",
        "who, '', Pilih siapa yang boleh tahu nama Anda.",
        "who, PUBLIC, Pilih siapa yang boleh tahu nama Anda.",
        "contact, 12345, 'Tulis empat angka saja, misalnya 7890, atau kosongkan.'"
    })
    void keepsAWrongAnswerAndSaysWhatToDo(String question, String typed, String words) {
        complete();
        MvcTestResult result = answer(question, typed);

        assertThat(result).hasStatus(422);
        assertThat(body(result)).contains(words, "href=\"#answer\"", "id=\"answer\"", "answer-error");
    }

    @Test
    void saysHowMuchIsTooLong() {
        begin();

        assertThat(body(answer("text", "a".repeat(4001)))).contains("Paling banyak 4.000 huruf", "a".repeat(4001));
    }

    @Test
    void aNameIsNeverDemandedNorPublished() {
        begin();
        answer("text", "lampu jalan padam");
        answer("category", "lampu-jalan");
        answer("place", "");
        assertThat(page("/report/who")).containsPattern("value=\"NAME_HIDDEN\"[^>]*checked");
        answer("who", "NAME_HIDDEN");
        assertThat(answer("name", " ")).hasHeader("Location", "/report/contact");
        answer("contact", "");
        assertThat(page("/report/check")).contains("Tidak ditulis");
        visit(post("/report/check"));

        assertThat(tickets.find(code(page("/report/done"))).orElseThrow())
                .returns(Optional.empty(), Ticket::name)
                .returns(Visibility.NAME_HIDDEN, Ticket::visibility);
    }

    @Test
    void goingBackShowsTheAnswerAndAChangeLeadsToTheCheck() {
        complete();
        assertThat(page("/report/text")).contains(">jalan rusak sekali<");

        assertThat(answer("place", "Jalan Melati")).hasHeader("Location", "/report/check");
        assertThat(page("/report/check")).contains("Jalan Melati", "jalan rusak sekali");
    }

    @Test
    void nobodyJumpsAhead() {
        begin();
        assertThat(visit(get("/report/check"))).hasHeader("Location", "/report/text");
        assertThat(visit(post("/report/check"))).hasHeader("Location", "/report/text");
        assertThat(count()).isZero();
    }

    @Test
    void anonymousReportersAreAskedNoNameAndGetAReceipt() {
        begin();
        answer("text", "petugas minta uang di loket");
        answer("category", "lain-lain");
        answer("place", "");
        assertThat(answer("who", "ANONYMOUS")).hasHeader("Location", "/report/check");
        assertThat(page("/report/check")).contains("Tidak seorang pun").doesNotContain("/report/name");
        visit(post("/report/check"));

        String done = page("/report/done");
        assertThat(code(done).digits()).hasSize(16);
        assertThat(done).contains("jangan berikan kepada siapa pun");
        assertThat(tickets.find(code(done)).orElseThrow().name()).isEmpty();
    }

    @Test
    void whoStopsBeingAnonymousIsAskedTheName() {
        begin();
        answer("text", "petugas minta uang di loket");
        answer("category", "lain-lain");
        answer("place", "");
        answer("who", "ANONYMOUS");

        assertThat(answer("who", "CONFIDENTIAL")).hasHeader("Location", "/report/name");
    }

    @Test
    void withoutANumberTheReceiptIsTheKey() {
        complete();
        answer("contact", "");
        visit(post("/report/check"));

        assertThat(code(page("/report/done")).digits()).hasSize(16);
    }

    @Test
    void sentTwiceIsOneTicket() {
        complete();
        visit(post("/report/check"));
        TicketCode first = code(page("/report/done"));
        assertThat(visit(post("/report/check"))).hasHeader("Location", "/report/done");

        assertThat(code(page("/report/done"))).isEqualTo(first);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void theFormToBeginWithSentTwiceBeginsOneReport() {
        String key = key(page("/report"));
        visit(post("/report").param("key", key));
        answer("text", "jalan rusak sekali");

        assertThat(visit(post("/report").param("key", key))).hasHeader("Location", "/report/category");
        assertThat(page("/report/text")).contains(">jalan rusak sekali<");
    }

    @Test
    void theFormToBeginWithSentAfterTheReportShowsItsCode() {
        String key = key(page("/report"));
        visit(post("/report").param("key", key));
        fillIn();
        visit(post("/report/check").param("key", key(page("/report/check"))));

        assertThat(visit(post("/report").param("key", key))).hasHeader("Location", "/report/done");
        assertThat(visit(post("/report").param("key", key(page("/report"))))).hasHeader("Location", "/report/text");
    }

    @Test
    void aReportThatAnotherTabBeganIsNotSentUnread() {
        complete();
        String key = key(page("/report/check"));
        complete();

        assertThat(visit(post("/report/check").param("key", key))).hasHeader("Location", "/report?gone=true");
        assertThat(count()).isZero();
    }

    @Test
    void sentTwiceAtTheSameMomentIsOneTicket() throws Exception {
        complete();
        Object draft = session.getAttribute(ReportDraft.class.getName());
        List<Callable<String>> clicks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            MockHttpSession same = new MockHttpSession();
            same.setAttribute(ReportDraft.class.getName(), draft);
            clicks.add(() -> mvc.perform(post("/report/check").session(same))
                    .getResponse()
                    .getHeader("Location"));
        }
        try (ExecutorService fingers = Executors.newFixedThreadPool(4)) {
            for (Future<String> click : fingers.invokeAll(clicks)) {
                assertThat(click.get()).isEqualTo("/report/done");
            }
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aLostSessionBeginsAgainWithAWord() {
        assertThat(answer("text", "jalan rusak")).hasHeader("Location", "/report?gone=true");
        assertThat(page("/report?gone=true")).contains("sudah tidak tersimpan");
    }

    @Test
    void speaksEnglishToo() {
        complete();
        String page = body(mvc.perform(get("/report/check").session(session).locale(Locale.ENGLISH)));

        assertThat(page).contains("Check your report").doesNotContain("??");
    }

    private static String key(String page) {
        Matcher matcher = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private void complete() {
        begin();
        fillIn();
    }

    private void fillIn() {
        answer("text", "jalan rusak sekali");
        answer("category", "jalan-rusak");
        answer("place", "");
        answer("who", "NAME_HIDDEN");
        answer("name", "Ibu Sari");
        answer("contact", "7890");
    }

    private MvcTestResult begin() {
        return visit(post("/report"));
    }

    private MvcTestResult answer(String question, String answer) {
        return visit(post("/report/" + question).param("answer", answer));
    }

    private int count() {
        return jdbc.sql("select count(*) from ticket").query(Integer.class).single();
    }

    private static TicketCode code(String page) {
        Matcher matcher = Pattern.compile("code-large\">([0-9 ]+)<").matcher(page);
        assertThat(matcher.find()).isTrue();
        return TicketCode.parse(matcher.group(1)).orElseThrow();
    }

    private String page(String path) {
        MvcTestResult result = visit(get(path));
        assertThat(result).hasStatus(200);
        return body(result);
    }

    private MvcTestResult visit(MockHttpServletRequestBuilder request) {
        return mvc.perform(request.session(session).locale(Locale.of("id")));
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
