package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Citizens with a feature phone, who dial a code. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class UssdJourneyTests {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Pattern TICKET = Pattern.compile("\\d{3} \\d{3} \\d{4}");
    private static final int SCREEN = 160;

    @TempDir
    static Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private FakeTwilio twilio;
    private DeskProcess desk;

    @BeforeAll
    void open() throws Exception {
        twilio = new FakeTwilio();
        Map<String, String> lines = new HashMap<>(SmsCitizen.line(twilio.address()));
        lines.put("PENDOPO_CHANNELS_ACCOUNTS_USSD_KIND", "ussd");
        lines.put("PENDOPO_CHANNELS_ACCOUNTS_USSD_SERVICECODE", "*384*4500#");
        lines.put("PENDOPO_CHANNELS_ACCOUNTS_USSD_SHAREDSECRET", "rahasia-ussd-yang-panjang");
        desk = DeskProcess.demo(data, lines);
    }

    @AfterAll
    void close() {
        desk.close();
        twilio.close();
    }

    /** A telephone, and the gateway that adds each input to those before. */
    private final class Session {

        private final String id = "ATUid_" + UUID.randomUUID();
        private final String number;
        private String text = "";

        private Session(String number) {
            this.number = number;
        }

        private String dial() throws Exception {
            return hop();
        }

        private String keys(String input) throws Exception {
            text = text.isEmpty() ? input : text + "*" + input;
            return hop();
        }

        /** The screen, with what stands before it. */
        private String hop() throws Exception {
            HttpRequest request = HttpRequest.newBuilder(desk.uri("/webhooks/ussd/rahasia-ussd-yang-panjang"))
                    .timeout(SOON)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("sessionId=" + id + "&serviceCode=%2A384%2A4500%23"
                            + "&networkCode=51001&phoneNumber=" + encode(number) + "&text=" + encode(text)))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
            assertThat(answer.body()).containsPattern("^(CON|END) ").hasSizeLessThanOrEqualTo(SCREEN);
            return answer.body();
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Test
    void asksByKeysAndReadsOnByNine() throws Exception {
        Session session = new Session("+6281200007001");
        assertThat(session.dial()).startsWith("CON ").contains("1. Tanya layanan", "3. Lacak tiket");

        String topics = session.keys("1");
        assertThat(topics).contains("1. KTP", "9. Lanjut");
        assertThat(session.keys("")).isEqualTo(topics);
        assertThat(session.keys("9")).startsWith("CON ").doesNotContain("1. KTP");
        assertThat(session.keys("1")).contains("Yang mana?");
        String answer = session.keys("1");

        assertThat(answer).startsWith("CON ").containsIgnoringCase("KTP");
        assertThat(session.hop()).isEqualTo(answer);
        assertThat(session.keys("0")).contains("2. Lapor masalah");
    }

    @Test
    void reportsInEightScreensWithAStarInTheWordsAndKeepsTheReceipt() throws Exception {
        Session session = new Session("+6281200007002");
        session.dial();
        assertThat(session.keys("2")).contains("1. ");
        assertThat(session.keys("1")).contains("Apa masalahnya");
        assertThat(session.keys("lubang ukuran 2*3 meter, dalam sekali")).contains("Di mana tempatnya?");
        assertThat(session.keys("Jalan Melati RT 4")).contains("1. Kirim laporan");
        String receipt = session.keys("1");

        assertThat(receipt).startsWith("END ").contains("Nomor itu juga kami kirim lewat SMS.");
        Matcher code = TICKET.matcher(receipt);
        assertThat(code.find()).isTrue();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(twilio.textsTo("+6281200007002"))
                        .singleElement()
                        .asString()
                        .contains(code.group(), "Laporan Anda"));

        Session later = new Session("+6281200007002");
        later.dial();
        assertThat(later.keys("3")).startsWith("END ").contains(code.group());
        Session stranger = new Session("+6281200007003");
        stranger.dial();
        assertThat(stranger.keys("3")).contains("10 angka");
        assertThat(stranger.keys(code.group().replace(" ", "")))
                .startsWith("CON ")
                .contains(code.group(), "4 angka terakhir")
                .doesNotContain("2*3 meter");
    }

    @Test
    void goesOnAfterTheSessionWasCut() throws Exception {
        Session cut = new Session("+6281200007004");
        cut.dial();
        cut.keys("2");
        cut.keys("1");
        cut.keys("lampu jalan mati sudah seminggu");
        Session again = new Session("+6281200007004");

        assertThat(again.dial()).isEqualTo("CON Lanjutkan laporan tadi?\n1. Ya\n2. Menu");
        assertThat(again.keys("1")).contains("Di mana tempatnya?");
    }
}
