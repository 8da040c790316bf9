package id.pendopo.channels.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.ChannelsTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes in and what goes out, over real HTTP. */
@ChannelsTest
class WebhookTests {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final JdbcClient jdbc;
    private final DataSource database;
    private final String id = UUID.randomUUID().toString();

    WebhookTests(@LocalServerPort int port, JdbcClient jdbc, DataSource database) {
        this.database = database;
        this.base = "http://127.0.0.1:" + port + "/webhooks/";
        this.jdbc = jdbc;
    }

    @Test
    void answersInTheResponseAfterTheCommit() throws Exception {
        HttpResponse<String> answer = post("testresponse", "message " + id + " siti halo");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).endsWith("gema: halo");
        assertThat(rows(id)).isEqualTo(1);
    }

    @Test
    void answersARepeatedEventByteForByteAndStoresNothingTwice() throws Exception {
        HttpResponse<String> first = post("testresponse", "message " + id + " " + id + " halo");
        HttpResponse<String> second = post("testresponse", "message " + id + " " + id + " halo");

        assertThat(second.body()).isEqualTo(first.body()).isNotEmpty();
        assertThat(rows(id)).isEqualTo(1);
        assertThat(outbound(id)).isEqualTo(1);
    }

    @Test
    void takesOneOfTenParallelIdenticalWebhooksAndAnswersAllAlike() throws Exception {
        List<HttpResponse<String>> answers =
                parallel(10, _ -> post("testresponse", "message " + id + " " + id + " halo"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(rows(id)).isEqualTo(1);
        assertThat(outbound(id)).isEqualTo(1);
    }

    @Test
    void numbersFiftyConcurrentWebhooksOfOneConversationWithoutGapOrRepetition() throws Exception {
        List<HttpResponse<String>> answers =
                parallel(50, n -> post("testresponse", "message " + id + "-" + n + " " + id + " pesan " + n));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        List<Long> turns = jdbc.sql("select turn from channels_inbound where address = :id order by turn")
                .param("id", id)
                .query(Long.class)
                .list();
        assertThat(turns).hasSize(50).startsWith(1L).endsWith(50L);
        assertThat(new HashSet<>(turns)).hasSize(50);
        assertThat(conversations(id)).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select count(*) from channels_inbound i join channels_outbound o
                            on o.conversation = i.conversation and o.turn = i.turn
                         where i.address = :id and position(i.body in o.blocks::text) > 0
                        """).param("id", id).query(Long.class).single()).isEqualTo(50);
    }

    @Test
    void opensOneConversationWhenTwoFirstMessagesRace() throws Exception {
        parallel(8, n -> post("testresponse", "message " + id + "-" + n + " " + id + " halo"));

        assertThat(conversations(id)).isEqualTo(1);
    }

    @Test
    void putsAPoisonousMessageAwayWithItsReason() throws Exception {
        HttpResponse<String> answer = post("testresponse", "message " + id + " siti racun");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select state || ' ' || reason from channels_inbound where external_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("DEAD IllegalArgumentException");
        assertThat(post("testresponse", "message " + id + " siti racun").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            unknown account,      nobody,       rahasia, message {id} siti halo, 404
            wrong secret,         testresponse, salah,   message {id} siti halo, 403
            missing secret,       testresponse, ,        message {id} siti halo, 401
            malformed body,       testresponse, rahasia, apa ini,                400
            unsupported event,    testresponse, rahasia, typing,                 200
            """)
    void answersWhatItCannotTake(String what, String account, String secret, String body, int status) throws Exception {
        HttpResponse<String> answer = post(account, secret, body.replace("{id}", id));

        assertThat(answer.statusCode()).as(what).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception");
        assertThat(rows(id)).isZero();
    }

    @Test
    void refusesADoubledSecret() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "testresponse"))
                .header("X-Secret", "rahasia")
                .header("X-Secret", "rahasia")
                .POST(HttpRequest.BodyPublishers.ofString("message " + id + " siti halo"))
                .build();

        assertThat(send(request).statusCode()).isEqualTo(401);
        assertThat(rows(id)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, 262144, 400", "application/x-www-form-urlencoded, 262145, 413",
        "application/json, 1048576, 400", "application/json, 1048577, 413"
    })
    void refusesABodyOverItsLimitBeforeParsing(String type, int bytes, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "testresponse"))
                .header("X-Secret", "rahasia")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes]))
                .build();

        assertThat(send(request).statusCode()).isEqualTo(status);
    }

    @Test
    void asksToComeBackInTimeWhileTheDatabaseIsSlowAndStoresNothingHalf() throws Exception {
        try (Connection lock = database.getConnection();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table channels_outbound in exclusive mode");
            long before = System.nanoTime();

            HttpResponse<String> answer = post("testresponse", "message " + id + " " + id + " halo");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
            lock.rollback();
        }

        assertThat(post("testresponse", "message " + id + " " + id + " halo").body())
                .endsWith("gema: halo");
        assertThat(rows(id)).isEqualTo(1);
        assertThat(outbound(id)).isEqualTo(1);
    }

    @Test
    void tellsAnEditToTheReceiverOnceAndShowsTheNewText() throws Exception {
        post("testresponse", "message " + id + " " + id + " salah tulis");
        post("testresponse", "edited " + id + " " + id + " benar");
        post("testresponse", "edited " + id + " " + id + " benar");

        assertThat(jdbc.sql("select body from channels_inbound where external_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("benar");
        assertThat(rows(id + "/edit")).isEqualTo(1);
    }

    private HttpResponse<String> post(String account, String body) throws Exception {
        return post(account, "rahasia", body);
    }

    private HttpResponse<String> post(String account, String secret, String body) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + account)).POST(HttpRequest.BodyPublishers.ofString(body));
        if (secret != null) {
            request.header("X-Secret", secret);
        }
        return send(request.build());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private long rows(String externalId) {
        return jdbc.sql("select count(*) from channels_inbound where external_id = :id")
                .param("id", externalId)
                .query(Long.class)
                .single();
    }

    private long outbound(String address) {
        return jdbc.sql("select count(*) from channels_outbound where address = :address")
                .param("address", address)
                .query(Long.class)
                .single();
    }

    private long conversations(String address) {
        return jdbc.sql("select count(*) from test_conversation where address = :address")
                .param("address", address)
                .query(Long.class)
                .single();
    }

    private interface Numbered<T> {
        T call(int number) throws Exception;
    }

    private static <T> List<T> parallel(int times, Numbered<T> task) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                tasks.add(() -> task.call(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
