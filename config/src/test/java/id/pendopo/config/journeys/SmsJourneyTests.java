package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A citizen with a feature phone, and an agent who works by program. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmsJourneyTests {

    private static final Pattern CODE = Pattern.compile("\\d{3} ?\\d{3} ?\\d{4}");

    @TempDir
    static Path data;

    private FakeTwilio twilio;
    private DeskProcess desk;
    private DeskProgram program;

    @BeforeAll
    void open() throws Exception {
        twilio = new FakeTwilio();
        desk = DeskProcess.demo(data, SmsCitizen.line(twilio.address()));
        program = new DeskProgram(desk);
    }

    @AfterAll
    void close() {
        desk.close();
        twilio.close();
    }

    @Test
    void questionsGetCitedAnswersInOneText() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281200000001");

        assertThat(siti.says("brp biaya perpanjang sim c"))
                .hasSize(1)
                .first()
                .asString()
                .contains("Rp75.000", "Sumber");
        assertThat(siti.says("ktp sy ilang gmn urusnya"))
                .hasSize(1)
                .first()
                .asString()
                .contains("polisi");
        assertThat(siti.hears("How much is a new SIM C licence?")).endsWith("(Polres)");
    }

    @Test
    void aSundaneseCitizenReadsIndonesianArticlesForTheSamePriceAndIsKnownToTheDesk() throws Exception {
        String question = "syarat sim internasional apa saja";
        String indonesian = new SmsCitizen(desk, "+6281200000004").hears(question);
        SmsCitizen asep = new SmsCitizen(desk, "+6281200000005");

        assertThat(asep.hears("BASA")).contains("3. Basa Jawa", "4. Basa Sunda");
        assertThat(asep.hears("4")).contains("basa Sunda");
        String answer = asep.hears(question);
        assertThat(answer).isIn(indonesian, "Hapunten, teu acan aya dina basa Sunda:\n" + indonesian);
        assertThat(segments(answer)).isEqualTo(segments(indonesian));
        asep.says("mau lapor jalan rusak dpn sd 3 wanasari, lubangnya dalam sekali");
        String code = code(asep.hears("ya"));

        String page = LoggedIn.get(desk, LoggedIn.as(desk, "agent"), "/desk/tickets/" + code)
                .body();
        assertThat(page).contains("<dd>Sunda</dd>");
    }

    @Test
    void severalQuestionsAreAnsweredThreeSegmentsAtATime() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281200000006");

        String page = siti.hears("apa syarat bikin ktp, trus biaya pasporan brp? syarat kk baru apa?");
        StringBuilder read = new StringBuilder(page);
        assertThat(page).contains("Berusia 17 tahun").endsWith("Balas LANJUT untuk lanjutannya.");
        while (page.endsWith("Balas LANJUT untuk lanjutannya.")) {
            assertThat(segments(page)).isLessThanOrEqualTo(3);
            page = siti.hears("LANJUT");
            read.append(page);
        }
        assertThat(read).contains("Rp350.000", "Sumber: Kantor Imigrasi Pati", "Membuat kartu keluarga baru (menikah");
    }

    @Test
    void whatAnAgentAnswersWithBecomesAQuestionOfTheArticle() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281200000007");
        siti.says("ktp");
        String code = code(siti.hears("petugas"));
        String suggestions = LoggedIn.get(desk, LoggedIn.as(desk, "agent"), "/desk/tickets/" + code)
                .body();
        assertThat(suggestions).contains("/help/ktp-el-baru");

        program.reply(code, "Silakan baca\n/help/ktp-el-baru");

        assertThat(LoggedIn.get(desk, LoggedIn.as(desk, "editor"), "/desk/knowledge/gaps")
                        .body())
                .contains(
                        "<strong>ktp</strong>",
                        "href=\"/desk/knowledge/ktp-el-baru\"",
                        "Dipilih petugas 1 kali, warga 0 kali");
    }

    @Test
    void aLineThatHasSpentItsDayAnswersDangerAloneUntilItIsRaised() throws Exception {
        HttpClient admin = LoggedIn.as(desk, "admin");
        SmsCitizen mother = new SmsCitizen(desk, "+6281200000041");
        terms(admin, "price=450&ceiling=450&countries=&abroad=");
        try {
            assertThat(mother.hears("brp biaya perpanjang sim c")).contains("Rp75.000");
            assertThat(mother.hears("syarat kk baru apa")).contains("tidak dapat menjawab lagi");
            assertThat(mother.says("bikin paspor berapa")).isEmpty();
            assertThat(mother.hears("tolong rumah saya kebakaran, anak saya masih di dalam"))
                    .contains("112");
            assertThat(LoggedIn.get(desk, LoggedIn.as(desk, "supervisor"), "/desk")
                            .body())
                    .contains("smsmain", "hanya menjawab keadaan darurat");
            assertThat(LoggedIn.get(desk, LoggedIn.as(desk, "agent"), "/desk").body())
                    .doesNotContain("hanya menjawab keadaan darurat");

            LoggedIn.post(desk, admin, "/admin/limits", "/admin/limits/lines/smsmain/raise", "amount=100000");

            assertThat(new SmsCitizen(desk, "+6281200000042").hears("brp biaya perpanjang sim c"))
                    .contains("Rp75.000");
            assertThat(LoggedIn.get(desk, admin, "/admin/audit").body())
                    .contains("Batas saluran", "Tambahan hari ini", "100000");
        } finally {
            terms(admin, "price=&ceiling=&countries=&abroad=");
        }
    }

    @Test
    void somebodyAbroadIsAnsweredUntilAnOperatorNamesTheCountries() throws Exception {
        HttpClient admin = LoggedIn.as(desk, "admin");
        SmsCitizen migrant = new SmsCitizen(desk, "+60123456789");
        assertThat(migrant.hears("brp biaya perpanjang sim c")).contains("Rp75.000");
        terms(admin, "price=&ceiling=&countries=ID&abroad=");
        try {
            assertThat(migrant.says("syarat kk baru apa")).isEmpty();
            assertThat(migrant.hears("tolong rumah saya kebakaran, anak saya masih di dalam"))
                    .contains("112");
            assertThat(new SmsCitizen(desk, "+6281200000043").hears("brp biaya perpanjang sim c"))
                    .contains("Rp75.000");
        } finally {
            terms(admin, "price=&ceiling=&countries=&abroad=");
        }
    }

    private void terms(HttpClient admin, String form) throws Exception {
        HttpResponse<String> saved = LoggedIn.post(desk, admin, "/admin/limits", "/admin/limits/lines/smsmain", form);
        assertThat(saved.statusCode()).isEqualTo(302);
    }

    private static int segments(String text) {
        return text.length() <= 160 ? 1 : Math.ceilDiv(text.length(), 153);
    }

    @Test
    void theSameMessageGetsTheSameAnswerOnce() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281200000002");
        String sid = SmsCitizen.newSid();

        HttpResponse<String> first = siti.post(sid, "lapor");
        HttpResponse<String> again = siti.post(sid, "lapor");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(messages(sid).at("/outbound").size()).isEqualTo(1);
    }

    @Test
    void aReportGoesFromThePhoneToTheDeskAndBack() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281200000003");
        siti.says("mau lapor jalan rusak dpn sd 3 wanasari, lubangnya dalam sekali");
        String code = code(siti.hears("ya"));

        JsonNode ticket = program.ticket(code);
        assertThat(ticket.at("/status").asString()).isEqualToIgnoringCase("new");
        HttpResponse<String> reply = program.post(
                "/api/v1/tickets/" + code + "/replies",
                Map.of(
                        "text",
                        "Besok pagi kami tambal.",
                        "version",
                        ticket.at("/version").asLong()));
        assertThat(reply.statusCode()).isBetween(200, 201);
        assertThat(program.post(
                                "/api/v1/tickets/" + code + "/replies",
                                Map.of(
                                        "text",
                                        "Sudah dijawab rekan.",
                                        "version",
                                        ticket.at("/version").asLong()))
                        .statusCode())
                .isEqualTo(409);
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(twilio.textsTo(siti.number()))
                        .anyMatch(text -> text.contains("Besok pagi kami tambal.")));
        assertThat(twilio.textsTo(siti.number())).noneMatch(text -> text.contains("Sudah dijawab rekan."));

        siti.says("terima kasih, saya tunggu");
        program.close(code, "Sudah kami tambal.");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() ->
                        assertThat(twilio.textsTo(siti.number())).anyMatch(text -> text.contains("Sudah kami tambal")));
        siti.says("1");
        assertThat(program.ticket(code).at("/status").asString()).isEqualToIgnoringCase("confirmed");
        assertThat(siti.hears("STATUS " + code)).contains("selesai");
    }

    private static String code(String text) {
        Matcher matcher = CODE.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group().replace(" ", "");
    }

    private JsonNode messages(String sid) throws Exception {
        return program.get("/api/v1/messages?account=smsmain&external_id=" + sid);
    }
}
