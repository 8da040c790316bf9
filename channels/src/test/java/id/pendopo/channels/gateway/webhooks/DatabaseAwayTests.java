package id.pendopo.channels.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelsTestApplication;
import id.pendopo.channels.DatabaseProxy;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.TestClock;
import id.pendopo.channels.TestDatabase;
import id.pendopo.channels.TestLine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database goes away and comes back. */
class DatabaseAwayTests {

    private static final Duration PROMISED = Duration.ofSeconds(8);
    private static final Address SITI = new Address("testonce", "siti");

    @Test
    void askProvidersToComeBackAndTakeInAfterwardsWhatTheyDoNotRepeat() throws Exception {
        String url = TestDatabase.fresh();
        URI database = URI.create(url.substring("jdbc:".length()));
        try (DatabaseProxy proxy = new DatabaseProxy(database.getPort());
                ConfigurableApplicationContext desk = new SpringApplicationBuilder(ChannelsTestApplication.class)
                        .run(
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--test.database=" + url.replace(":" + database.getPort(), ":" + proxy.port()))) {
            TestLine line = desk.getBean("onceLine", TestLine.class);
            assertThat(post(desk, "M1").statusCode()).isEqualTo(200);

            proxy.takeAway();
            long before = System.nanoTime();
            HttpResponse<String> answer = post(desk, "M2");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(PROMISED);
            line.holds(List.of(message(desk, "M1"), message(desk, "M2")));
            proxy.bringBack();

            await().ignoreExceptions().atMost(Duration.ofSeconds(40)).until(() -> rows(desk, "M2") == 1);
            Outbox outbox = desk.getBean(Outbox.class);
            await().until(() -> outbox.latest(SITI, 10).stream().allMatch(sent -> sent.state() == Outbox.State.SENT));
            assertThat(rows(desk, "M1")).isEqualTo(1);
            assertThat(outbox.latest(SITI, 10)).hasSize(2);
            assertThat(line.sentTo(conversation(desk))).hasSize(1);
        }
    }

    private static InboundMessage message(ConfigurableApplicationContext desk, String id) {
        Instant now = desk.getBean(TestClock.class).instant();
        return InboundMessage.text("testonce", id, now, "test-once", SITI, id);
    }

    private static HttpResponse<String> post(ConfigurableApplicationContext desk, String id) throws Exception {
        String port = desk.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/testonce"))
                .header("X-Secret", "rahasia")
                .POST(HttpRequest.BodyPublishers.ofString("message " + id + " siti " + id))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static long rows(ConfigurableApplicationContext desk, String id) {
        return desk.getBean(JdbcClient.class)
                .sql("select count(*) from channels_inbound where external_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static long conversation(ConfigurableApplicationContext desk) {
        return desk.getBean(JdbcClient.class)
                .sql("select conversation from channels_inbound where external_id = 'M2'")
                .query(Long.class)
                .single();
    }
}
