package id.pendopo.channels.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelsTestApplication;
import id.pendopo.channels.DatabaseProxy;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.TestDatabase;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A session at the desk, with its database and without. */
class UssdDeskTests {

    private static final Address SITI = new Address("ussdtest", "+6281234500011");

    @Test
    void knowsWhatTheHopBeforeSaidAndApologizesWithoutADatabase() throws Exception {
        String url = TestDatabase.fresh();
        URI database = URI.create(url.substring("jdbc:".length()));
        try (DatabaseProxy proxy = new DatabaseProxy(database.getPort());
                ConfigurableApplicationContext desk = new SpringApplicationBuilder(ChannelsTestApplication.class)
                        .run(
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--pendopo.channels.accounts.ussdtest.kind=ussd",
                                "--pendopo.channels.accounts.ussdtest.shared-secret=rahasia",
                                "--test.database=" + url.replace(":" + database.getPort(), ":" + proxy.port()))) {
            hop(desk, "");
            String first = hop(desk, "2").body();
            String second = hop(desk, "2*ukuran 2*3 meter").body();

            assertThat(first).startsWith("CON ");
            assertThat(hop(desk, "2*ukuran 2*3 meter").body()).isEqualTo(second);
            assertThat(desk.getBean(Inbox.class).latest(SITI, 10))
                    .extracting(Inbox.Received::text)
                    .containsExactly("", "2", "ukuran 2*3 meter");

            assertThat(post(desk, "status=Success&durationInMillis=14000").statusCode())
                    .isEqualTo(200);
            proxy.takeAway();
            HttpResponse<String> away = hop(desk, "2*ukuran 2*3 meter*1");

            assertThat(away.statusCode()).isEqualTo(200);
            assertThat(away.body()).startsWith("END ").contains("Coba lagi beberapa saat");
            assertThat(post(desk, "status=Failed&hopsCount=3").statusCode()).isEqualTo(503);
        }
    }

    private static HttpResponse<String> hop(ConfigurableApplicationContext desk, String text) throws Exception {
        return post(desk, "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> post(ConfigurableApplicationContext desk, String more) throws Exception {
        String port = desk.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/webhooks/ussdtest/rahasia"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "sessionId=s1&serviceCode=%2A384%23&phoneNumber=%2B6281234500011&" + more))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
