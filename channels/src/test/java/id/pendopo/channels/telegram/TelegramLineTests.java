package id.pendopo.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.AgentVoice;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Outbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bot that Telegram calls, through the whole module. */
@TelegramTest
class TelegramLineTests {

    private static final FakeTelegram TELEGRAM = TelegramTest.Bots.CALLING;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI webhook;
    private final Inbox inbox;
    private final Outbox outbox;
    private final AgentVoice agent;
    private final JdbcClient jdbc;
    private final long chat = Updates.next() * 10;
    private final Address siti = new Address("tgcalled", String.valueOf(chat));

    TelegramLineTests(@LocalServerPort int port, Inbox inbox, Outbox outbox, AgentVoice agent, JdbcClient jdbc) {
        this.webhook = URI.create("http://127.0.0.1:" + port + "/webhooks/tgcalled");
        this.inbox = inbox;
        this.outbox = outbox;
        this.agent = agent;
        this.jdbc = jdbc;
    }

    @Test
    void tellsTelegramWhereTheDeskIs() {
        await().untilAsserted(() -> assertThat(TELEGRAM.asked("setWebhook"))
                .anySatisfy(asked -> assertThat(asked.body())
                        .contains(
                                "https://desk.example.org/webhooks/tgcalled",
                                TelegramTest.Bots.SECRET,
                                "my_chat_member")));
        await().untilAsserted(() -> assertThat(TELEGRAM.asked("setMyCommands")).hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void answersByTheApiAndOnceHoweverOftenAnUpdateComes() throws Exception {
        String update = Updates.text(Updates.next(), chat, "halo");

        HttpResponse<String> first = post(update);
        HttpResponse<String> again = post(update);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        hears("gema: halo");
        assertThat(heard()).hasSize(1);
        await().untilAsserted(() -> assertThat(outbox.latest(siti, 5))
                .extracting(Outbox.Sent::state)
                .containsExactly(Outbox.State.SENT));
    }

    @Test
    void keepsStrangersOut() throws Exception {
        String update = Updates.text(Updates.next(), chat, "bohong");

        assertThat(post(update, "salah").statusCode()).isEqualTo(403);
        assertThat(inbox.latest(siti, 5)).isEmpty();
    }

    @Test
    void stopsTheWheelOnAPressedButtonAndHearsTheChoice() throws Exception {
        post(Updates.pressed(Updates.next(), chat, "q" + chat, "article:ktp-hilang"));

        hears("gema: article:ktp-hilang");
        await().untilAsserted(() -> assertThat(TELEGRAM.asked("answerCallbackQuery"))
                .anySatisfy(asked -> assertThat(
                                asked.json().path("callback_query_id").asString())
                        .isEqualTo("q" + chat)));
    }

    @Test
    void tellsAGroupThatSpeaksToItAndNoOtherThatItIsNotServed() throws Exception {
        long before = refusals();
        post(Updates.group(Updates.next(), "bold"));
        post(Updates.group(Updates.next(), "mention"));

        await().until(() -> refusals() == before + 1);
        assertThat(jdbc.sql("select count(*) from channels_inbound where address = '-1001234567890'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void putsAnEditedTextInThePlaceOfTheOldOne() throws Exception {
        long update = Updates.next();
        post(Updates.text(update, chat, "lampu mati"));
        post(Updates.edited(Updates.next(), chat, update, "lampu mati di Jalan Mawar"));

        assertThat(inbox.latest(siti, 5)).extracting(Inbox.Received::text).containsExactly("lampu mati di Jalan Mawar");
    }

    @Test
    void keepsAnEditThatComesBeforeItsMessage() throws Exception {
        long update = Updates.next();
        post(Updates.edited(Updates.next(), chat, update, "lampu mati di Jalan Mawar"));
        assertThat(inbox.latest(siti, 5)).isEmpty();
        post(Updates.text(update, chat, "lampu mati"));

        assertThat(inbox.latest(siti, 5)).extracting(Inbox.Received::text).containsExactly("lampu mati di Jalan Mawar");
        hears("gema: lampu mati");
        assertThat(jdbc.sql("select count(*) from channels_inbound where event = 'CHANGED' and address = :address")
                        .param("address", siti.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void answersAnAlbumOnceAndKeepsAllItsFiles() throws Exception {
        String album = "album" + chat;
        post(Updates.photo(Updates.next(), chat, "satu", Map.of("media_group_id", album, "caption", "tiga foto")));
        List<String> parts = List.of(
                Updates.photo(Updates.next(), chat, "dua", Map.of("media_group_id", album)),
                Updates.photo(Updates.next(), chat, "tiga", Map.of("media_group_id", album)));
        atOnce(parts);
        atOnce(parts);

        assertThat(inbox.latest(siti, 5)).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("tiga foto");
            assertThat(message.attachments()).hasSize(3);
        });
        hears("gema: tiga foto 1");
        assertThat(heard()).hasSize(1);
    }

    @Test
    void answersAnAlbumWithoutWordsOnceAlthoughItsPartsComeTogether() throws Exception {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            parts.add(Updates.photo(Updates.next(), chat, "f" + i, Map.of("media_group_id", "tanpa-kata" + chat)));
        }
        atOnce(parts);

        assertThat(inbox.latest(siti, 20))
                .singleElement()
                .satisfies(message -> assertThat(message.attachments()).hasSize(8));
    }

    @Test
    void keepsSilentTowardsWhoeverBlockedTheBotUntilTheyComeBack() throws Exception {
        post(Updates.blocked(Updates.next(), chat, "kicked"));
        agent.writes(siti, "Sudah kami perbaiki.");
        await().untilAsserted(() -> assertThat(state()).isEqualTo("FAILED blocked"));

        post(Updates.blocked(Updates.next(), chat, "member"));
        agent.writes(siti, "Sudah kami tambal.");

        hears("Petugas Ani:\nSudah kami tambal.");
        assertThat(heard()).hasSize(1);
    }

    @Test
    void learnsFromARefusalThatItIsBlocked() throws Exception {
        TELEGRAM.answers("sendMessage", 403, "{\"ok\": false, \"error_code\": 403}");
        try {
            agent.writes(siti, "Sudah kami perbaiki.");
            await().untilAsserted(() -> assertThat(state()).isEqualTo("FAILED blocked"));
        } finally {
            TELEGRAM.takes("sendMessage");
        }
        agent.writes(siti, "Masih di sana?");

        await().untilAsserted(() -> assertThat(state()).isEqualTo("FAILED blocked"));
        assertThat(heard()).hasSize(1);
    }

    private String state() {
        return jdbc.sql("select state || ' ' || coalesce(reason, '') from channels_outbound"
                        + " where account = :account and address = :address order by id desc limit 1")
                .param("account", siti.account())
                .param("address", siti.value())
                .query(String.class)
                .single();
    }

    private void hears(String text) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(heard()).contains(text));
    }

    private List<String> heard() {
        return TELEGRAM.asked("sendMessage").stream()
                .map(FakeTelegram.Asked::json)
                .filter(sent -> sent.path("chat_id").asString().equals(siti.value()))
                .map(sent -> sent.path("text").asString())
                .toList();
    }

    private static long refusals() {
        return TELEGRAM.asked("sendMessage").stream()
                .filter(asked -> asked.json().path("chat_id").asString().equals("-1001234567890"))
                .count();
    }

    private void atOnce(List<String> updates) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            updates.forEach(update -> answers.add(threads.submit(() -> post(update))));
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        }
    }

    private HttpResponse<String> post(String update) throws IOException, InterruptedException {
        return post(update, TelegramTest.Bots.SECRET);
    }

    private HttpResponse<String> post(String update, String secret) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(webhook)
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", secret)
                .POST(HttpRequest.BodyPublishers.ofString(update))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
