package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Closed, confirmed, rated, and read at the desk: by text message, chat, Telegram and telephone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RatingJourneyTests {

    private static final Pattern CODE = Pattern.compile("\\d{3} ?\\d{3} ?\\d{4}");
    private static final String REPORT = "mau lapor jalan rusak dpn sd 3 wanasari, lubangnya dalam sekali";
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    static Path data;

    private FakeTwilio twilio;
    private FakeTelegram telegram;
    private DeskProcess desk;
    private DeskProgram program;

    @BeforeAll
    void open() throws Exception {
        twilio = new FakeTwilio();
        telegram = new FakeTelegram(new byte[0]);
        Map<String, String> lines = new HashMap<>(SmsCitizen.line(twilio.address()));
        lines.putAll(TelegramCitizen.line(telegram.address()));
        desk = DeskProcess.demo(data, lines);
        program = new DeskProgram(desk);
    }

    @AfterAll
    void close() {
        desk.close();
        twilio.close();
        telegram.close();
    }

    @Test
    void byTextMessageWithoutAMessageOfItsOwn() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281200000041");
        siti.says(REPORT);
        String code = code(siti.hears("ya"));
        program.close(code, "Sudah kami tambal.");
        await().atMost(SOON).until(() -> !twilio.textsTo(siti.number()).isEmpty());

        List<String> confirmed = siti.says("1");
        assertThat(confirmed).hasSize(1).first().asString().contains("Balas 1", "sampai 5");
        assertThat(confirmed.getFirst().length()).isLessThanOrEqualTo(160);
        assertThat(siti.hears("bagus")).contains("Balas satu angka");
        String sid = SmsCitizen.newSid();
        HttpResponse<String> rated = siti.post(sid, "2");
        assertThat(siti.post(sid, "2").body()).isEqualTo(rated.body());
        assertThat(siti.hears("petugas baru datang tiga minggu kemudian")).contains("masukan Anda");

        assertThat(ratings(code)).containsExactly("2", "2 petugas baru datang tiga minggu kemudian");
        assertThat(page(code)).contains("2 dari 5, tidak puas", "petugas baru datang tiga minggu kemudian");
        assertThat(twilio.textsTo(siti.number())).hasSize(1);
    }

    @Test
    void fromAnotherNumberOnlyWithTheLastFourDigits() throws Exception {
        SmsCitizen siti = new SmsCitizen(desk, "+6281200000042");
        siti.says(REPORT);
        String code = code(siti.hears("ya"));
        SmsCitizen neighbour = new SmsCitizen(desk, "+6281200000043");

        assertThat(siti.hears("NILAI " + code + " 5")).contains("masih dikerjakan");
        program.close(code, "Sudah kami tambal.");
        assertThat(neighbour.hears("NILAI " + code + " 5")).contains("4 angka terakhir");
        assertThat(neighbour.hears("NILAI " + code + " 0000 5")).contains("tidak cocok");
        assertThat(ratings(code)).isEmpty();
        assertThat(neighbour.hears("NILIA " + code + " 0042 5")).contains(": 5 (Sangat puas)");
        assertThat(siti.hears("nilai 1")).contains(": 1 (Sangat tidak puas)");
        assertThat(ratings(code)).containsExactly("5", "1");
        assertThat(program.ticket(code).at("/rating").asInt()).isEqualTo(1);
    }

    @Test
    void inTheChatByTwoTaps() throws Exception {
        ChatCitizen budi = ChatCitizen.begins(desk);
        JsonNode summary = last(budi.says(REPORT));
        String code = last(budi.picks(summary.at("/choices/0/id").asString()))
                .at("/ticket")
                .asString()
                .replace(" ", "");
        program.close(code, "Sudah kami tambal.");

        JsonNode question = last(budi.picks("solved:" + code));
        assertThat(question.at("/text").asString()).contains("Bagaimana layanan kami?");
        assertThat(question.at("/choices").size()).isEqualTo(5);
        JsonNode rated = last(budi.picks(question.at("/choices/3/id").asString()));
        assertThat(rated.at("/text").asString()).contains(": 4 (Puas)", "Apa yang sebaiknya lebih baik?");
        assertThat(last(budi.says("berapa biaya perpanjang sim c")).at("/text").asString())
                .contains("Rp75.000");

        assertThat(ratings(code)).containsExactly("4");
        assertThat(page(code)).contains("4 dari 5, puas");
    }

    @Test
    void onTelegramByButton() throws Exception {
        TelegramCitizen siti = new TelegramCitizen(desk, telegram, 5550041);
        siti.says(REPORT);
        String code = code(siti.presses("form:send").path("text").asString());
        int heard = siti.heard().size();
        program.close(code, "Sudah kami tambal.");
        assertThat(TelegramCitizen.choices(siti.hears(heard))).contains("solved:" + code);

        assertThat(TelegramCitizen.choices(siti.presses("solved:" + code))).contains("rate:" + code + ":5");
        assertThat(siti.presses("rate:" + code + ":5").path("text").asString()).contains(": 5 (Sangat puas)");
        assertThat(siti.says("tidak ada").path("text").asString()).contains("Baik, terima kasih.");
        assertThat(siti.presses("rate:" + code + ":3").path("text").asString()).contains(": 3 (Cukup puas)");

        assertThat(ratings(code)).containsExactly("5", "3");
        assertThat(page(code)).contains("3 dari 5, cukup puas");
    }

    @Test
    void byTelephoneWithAKeyAndAWord() throws Exception {
        PhoneVisitor caller = new PhoneVisitor(desk, "admin");
        caller.does("call", Map.of("number", "+62 812-5550-1041"));
        caller.does("keys", Map.of("keys", "1"));
        caller.does("words", Map.of("words", "lapor jalan berlubang di depan SD Negeri 3 Wanasari"));
        String code = code(caller.does("keys", Map.of("keys", "1")));
        caller.does("end", Map.of());
        program.close(code, "Sudah kami tambal.");

        caller.does("call", Map.of("number", "+62 812-5550-1041"));
        assertThat(caller.does("words", Map.of("words", "status"))).contains("Tekan satu bila sudah");
        assertThat(caller.does("keys", Map.of("keys", "1"))).contains("Tekan 1 sampai 5", "Tekan 5, Sangat puas.");
        assertThat(caller.does("keys", Map.of("keys", "4"))).contains("Nilai Anda 4, Puas.");
        assertThat(caller.does("words", Map.of("words", "kabarnya lebih cepat")))
                .contains("masukan Anda kami catat");

        assertThat(ratings(code)).containsExactly("4", "4 kabarnya lebih cepat");
        assertThat(page(code)).contains("4 dari 5, puas", "kabarnya lebih cepat");
    }

    /** Every rating in the ticket's history, with its reason. */
    private List<String> ratings(String code) throws Exception {
        return program.ticket(code)
                .at("/history")
                .valueStream()
                .filter(event -> event.at("/kind").asString().equals("rated"))
                .map(event ->
                        (event.at("/rating").asInt() + " " + event.at("/text").asString("")).strip())
                .toList();
    }

    private String page(String code) throws Exception {
        HttpClient agent = LoggedIn.as(desk, "agent");
        return LoggedIn.get(desk, agent, "/desk/tickets/" + code).body();
    }

    private static String code(String text) {
        Matcher matcher = CODE.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group().replace(" ", "");
    }

    private static JsonNode last(JsonNode replies) {
        assertThat(replies.size()).isPositive();
        return replies.get(replies.size() - 1);
    }
}
