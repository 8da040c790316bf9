package id.pendopo.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.ChannelsTestApplication;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database goes away while citizens write: nobody is forgotten, nobody is answered twice. */
class TwilioCatchUpTests {

    private static final String TOKEN = "3e4d5c6b7a8990a1b2c3d4e5f6071829";
    private static final String CITIZEN = "+6281234500011";
    private static final String OURS = "+622150001234";
    private static final String WEBHOOK = "/webhooks/smsmain";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void answersAfterwardsWhatCameWhileTheDatabaseWasAway(@TempDir Path data) throws Exception {
        int port = freePort();
        EmbeddedPostgres database = database(data, port);
        try (FakeTwilio twilio = new FakeTwilio();
                ConfigurableApplicationContext desk = desk(database, twilio)) {
            assertThat(write(desk, "SM1", "Lampu mati").body()).contains("<Message>gema: Lampu mati</Message>");

            database.close();
            HttpResponse<String> refused = write(desk, "SM2", "Air juga mati");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            twilio.holds("SM1", CITIZEN, OURS, "Lampu mati", 0);
            twilio.holds("SM2", CITIZEN, OURS, "Air juga mati", 0);
            assertThat(twilio.sent()).isEmpty();

            database = database(data, port);
            await().atMost(Duration.ofSeconds(60)).until(() -> !twilio.sent().isEmpty());
            assertThat(URLDecoder.decode(twilio.sent().getFirst().form(), StandardCharsets.UTF_8))
                    .contains("To=" + CITIZEN, "Body=gema: Air juga mati");

            assertThat(write(desk, "SM2", "Air juga mati").body()).isEqualTo("<Response/>");
            assertThat(write(desk, "SM1", "Lampu mati").body()).contains("gema: Lampu mati");
            assertThat(messages(desk)).isEqualTo(2);
            assertThat(twilio.sent()).hasSize(1);
        } finally {
            database.close();
        }
    }

    private static EmbeddedPostgres database(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("pg"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static ConfigurableApplicationContext desk(EmbeddedPostgres database, FakeTwilio twilio) {
        String account = "--pendopo.channels.accounts.smsmain.";
        return new SpringApplicationBuilder(ChannelsTestApplication.class)
                .run(
                        "--server.port=0",
                        "--test.database=" + database.getJdbcUrl("postgres", "postgres"),
                        account + "kind=twilio-sms",
                        account + "account-sid=AC1",
                        account + "auth-token=" + TOKEN,
                        account + "from=" + OURS,
                        account + "api-base-url=" + twilio.address());
    }

    private static long messages(ConfigurableApplicationContext desk) {
        return desk.getBean(JdbcClient.class)
                .sql("select count(*) from channels_inbound where account = 'smsmain'")
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> write(ConfigurableApplicationContext desk, String sid, String text) throws Exception {
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put("MessageSid", sid);
        fields.put("AccountSid", "AC1");
        fields.put("From", CITIZEN);
        fields.put("To", OURS);
        fields.put("Body", text);
        StringBuilder form = new StringBuilder();
        StringBuilder signed = new StringBuilder("https://desk.example.org" + WEBHOOK);
        fields.forEach((name, value) -> {
            form.append(form.isEmpty() ? "" : "&").append(name).append('=');
            form.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            signed.append(name).append(value);
        });
        String port = desk.getEnvironment().getProperty("local.server.port");
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + WEBHOOK))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Twilio-Signature", mac(signed.toString()))
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String mac(String signed) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
