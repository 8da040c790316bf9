package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.voice.phone.PhoneCall;
import id.pendopo.channels.voice.phone.PhoneWebhooks;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Citizens who begin at one door and go on at another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ElsewhereJourneyTests {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Pattern TICKET = Pattern.compile("\\d{3} \\d{3} \\d{4}");
    private static final Pattern SIX = Pattern.compile("(?<!\\d )\\b\\d{3} \\d{3}\\b(?! \\d)");
    private static final String REPORT = "mau lapor jalan rusak dpn sd 3 wanasari, lubangnya dalam sekali";
    private static final String PHONE_ACCOUNT = "AC00000000000000000000000000000001";
    private static final String PHONE_TOKEN = "demo-only-auth-token-0123456789ab";

    @TempDir
    static Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private FakeTwilio twilio;
    private FakeTelegram telegram;
    private DeskProcess desk;

    @BeforeAll
    void open() throws Exception {
        twilio = new FakeTwilio();
        telegram = new FakeTelegram(new byte[0]);
        Map<String, String> lines = new HashMap<>(SmsCitizen.line(twilio.address()));
        lines.putAll(TelegramCitizen.line(telegram.address()));
        desk = DeskProcess.demo(data, lines);
    }

    @AfterAll
    void close() {
        desk.close();
        twilio.close();
        telegram.close();
    }

    private String reports(SmsCitizen citizen) throws Exception {
        citizen.says(REPORT);
        return found(TICKET, citizen.hears("ya"));
    }

    private static String found(Pattern what, String text) {
        Matcher matcher = what.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }

    private static String last(JsonNode replies) {
        return replies.get(replies.size() - 1).at("/text").asString();
    }

    @Test
    void aReportByTextMessageGoesOnInTheChatWhereTheAgentAnswers() throws Exception {
        SmsCitizen sms = new SmsCitizen(desk, "+6281200004711");
        String code = reports(sms);
        ChatCitizen chat = ChatCitizen.begins(desk);
        assertThat(last(chat.says("STATUS " + code))).contains("4 angka terakhir", "KODE");
        assertThat(last(chat.says("0000"))).contains("tidak cocok");
        assertThat(last(chat.says("4711"))).contains("dilanjutkan di sini");
        assertThat(last(chat.says("tambah sudah ada motor yang jatuh"))).contains(code);

        assertThat(history(code)).contains("sudah ada motor yang jatuh", "continued", "web");
        assertThat(page(code)).contains("Dilanjutkan warga lewat Chat web", "sudah ada motor yang jatuh");
        try (ChatCitizen.Stream stream = chat.listens(Optional.empty())) {
            reply(code, "Besok pagi kami tambal.");
            ChatCitizen.Event event = stream.next();
            while (!event.reply().at("/from").asString().equals("agent")) {
                event = stream.next();
            }
            assertThat(event.reply().at("/text").asString()).contains("Besok pagi kami tambal.");
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(twilio.textsTo(sms.number()))
                        .singleElement()
                        .asString()
                        .contains("dilanjutkan lewat chat web"));
    }

    @Test
    void aFormBegunInTheChatIsSentByTextMessage() throws Exception {
        ChatCitizen chat = ChatCitizen.begins(desk);
        chat.says(REPORT);
        String six = found(SIX, last(chat.says("PINDAH")));
        SmsCitizen sms = new SmsCitizen(desk, "+6281200004712");

        assertThat(sms.hears("pindah " + six)).contains("dilanjutkan di sini", "dpn sd 3 wanasari");
        String code = found(TICKET, sms.hears("ya"));

        assertThat(ticket(code).toString()).contains("lubangnya dalam sekali", "twilio-sms");
        assertThat(chat.says("halo").toString()).contains("sudah Anda lanjutkan lewat SMS");
        assertThat(sms.hears("PINDAH " + six)).contains("tidak cocok");
    }

    @Test
    void aReportByTextMessageGoesOnInTelegramByAOneTimeCode() throws Exception {
        SmsCitizen sms = new SmsCitizen(desk, "+6281200004713");
        String code = reports(sms);
        TelegramCitizen siti = new TelegramCitizen(desk, telegram, 5550101);
        JsonNode asked = siti.says("STATUS " + code);
        String button = TelegramCitizen.choices(asked).getFirst();
        assertThat(button).isEqualTo("code:" + code.replace(" ", ""));

        assertThat(siti.presses(button).path("text").asString()).contains("10 menit");
        await().atMost(SOON).until(() -> !twilio.textsTo(sms.number()).isEmpty());
        String six = found(SIX, twilio.textsTo(sms.number()).getLast());
        assertThat(siti.says(six).path("text").asString()).contains("dilanjutkan di sini");

        reply(code, "Di sebelah mana?");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(siti.heard())
                        .anyMatch(said -> said.path("text").asString("").contains("Di sebelah mana?")));
        siti.says("di depan gerbang sekolah");
        assertThat(history(code)).contains("di depan gerbang sekolah");
        assertThat(page(code)).contains("Dilanjutkan warga lewat Telegram").doesNotContain("Kode Anda " + six);
        assertThat(desk.log()).doesNotContain(six).doesNotContain(six.replace(" ", ""));
    }

    @Test
    void aReportByTextMessageGoesOnByTelephone() throws Exception {
        SmsCitizen sms = new SmsCitizen(desk, "+6281200004714");
        String code = reports(sms);
        PhoneWebhooks line = new PhoneWebhooks(http, desk.uri("/"), URI.create(desk.publicUrl()), PHONE_TOKEN);
        PhoneCall call = new PhoneCall(line, "voicemain", PHONE_ACCOUNT, "+6281200009999", "+622155500113");
        call.dial();
        call.press("1");
        call.press("3");
        call.press(code.replace(" ", "") + "#");
        call.press("4714#");
        call.say("tambah lubangnya makin lebar", 0.9);
        call.hangUp();

        assertThat(call.heard().stream().map(PhoneCall.Heard::words).collect(Collectors.joining(" ")))
                .contains("empat angka terakhir", "sekarang bisa dilanjutkan di sini", "Sudah kami tambahkan");
        assertThat(history(code)).contains("lubangnya makin lebar", "twilio-voice");
        reply(code, "Kami cek besok.");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(twilio.textsTo("+6281200009999"))
                        .anyMatch(text -> text.contains("Kami cek besok.")));
    }

    @Test
    void aFormBegunInTheChatIsTakenUpByKeypad() throws Exception {
        ChatCitizen chat = ChatCitizen.begins(desk);
        chat.says(REPORT);
        String six = found(SIX, last(chat.says("lanjut di telepon")));
        PhoneWebhooks line = new PhoneWebhooks(http, desk.uri("/"), URI.create(desk.publicUrl()), PHONE_TOKEN);
        PhoneCall call = new PhoneCall(line, "voicemain", PHONE_ACCOUNT, "+6281200009998", "+622155500113");
        call.dial();
        call.press("1");
        call.press("3");
        call.press(six.replace(" ", "") + "#");
        call.press("1");

        assertThat(call.heard().stream().map(PhoneCall.Heard::words).collect(Collectors.joining(" ")))
                .contains("laporan Anda dilanjutkan di sini", "laporan Anda sudah kami terima");
    }

    private String page(String code) throws Exception {
        return LoggedIn.get(desk, LoggedIn.as(desk, "agent"), "/desk/tickets/" + code.replace(" ", ""))
                .body();
    }

    private String history(String code) throws Exception {
        return ticket(code).at("/history").toString();
    }

    private JsonNode ticket(String code) throws Exception {
        return new DeskProgram(desk).ticket(code.replace(" ", ""));
    }

    private void reply(String code, String text) throws Exception {
        new DeskProgram(desk).reply(code.replace(" ", ""), text);
    }
}
