package id.pendopo.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.Inbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bot that asks its Telegram, through the whole module. */
@TelegramTest
class TelegramPollingTests {

    private static final FakeTelegram TELEGRAM = TelegramTest.Bots.ASKED;
    private static final Duration SOON = Duration.ofSeconds(15);

    private final int port;
    private final Inbox inbox;
    private final JdbcClient jdbc;
    private final long chat = Updates.next() * 10;
    private final Address siti = new Address("tgasking", String.valueOf(chat));

    TelegramPollingTests(@LocalServerPort int port, Inbox inbox, JdbcClient jdbc) {
        this.port = port;
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    @AfterEach
    void mend() {
        TELEGRAM.takes("getUpdates");
    }

    @Test
    void takesWhatComesInOrderAndMovesOnWithIt() {
        long last = 0;
        for (int i = 1; i <= 5; i++) {
            last = Updates.next();
            TELEGRAM.queue(last, Updates.text(last, chat, "kata " + i));
        }

        hears("gema: kata 5");
        assertThat(heard())
                .containsExactly("gema: kata 1", "gema: kata 2", "gema: kata 3", "gema: kata 4", "gema: kata 5");
        assertThat(position()).isEqualTo(last);
        await().atMost(SOON).until(() -> TELEGRAM.unconfirmed().isEmpty());
        assertThat(TELEGRAM.asked("deleteWebhook")).isNotEmpty();
    }

    @Test
    void movesPastWhatItDoesNotSupport() {
        long strange = Updates.next();
        TELEGRAM.queue(strange, Updates.of(strange, "something_new", Map.of()));

        await().atMost(SOON).until(() -> position() >= strange);
    }

    @Test
    void putsAwayWhatNobodyCanHandleAndGoesOn() {
        long poison = Updates.next();
        long after = Updates.next();
        TELEGRAM.queue(poison, Updates.text(poison, chat, "racun"));
        TELEGRAM.queue(after, Updates.text(after, chat, "masih di sana?"));

        hears("gema: masih di sana?");
        assertThat(state(poison)).isEqualTo("DEAD IllegalArgumentException");
        await().atMost(SOON).until(() -> TELEGRAM.unconfirmed().isEmpty());
    }

    @Test
    void goesOnAfterWhateverTelegramSays() {
        fails(() -> TELEGRAM.answers("getUpdates", 502, "<html>"));
        fails(() -> TELEGRAM.answers("getUpdates", 409, "{\"ok\": false, \"error_code\": 409}"));
        fails(() -> TELEGRAM.answers("getUpdates", 200, "{\"ok\": true, \"result\": {\"a\": 1}}"));
        fails(() -> TELEGRAM.answers("getUpdates", exchange -> exchange.close()));
        long update = Updates.next();
        TELEGRAM.queue(update, Updates.text(update, chat, "halo lagi"));

        hears("gema: halo lagi");
    }

    /** Lets one question fail and the next succeed. */
    private static void fails(Runnable trouble) {
        int before = TELEGRAM.asked("getUpdates").size();
        trouble.run();
        await().atMost(SOON).until(() -> TELEGRAM.asked("getUpdates").size() > before + 1);
        TELEGRAM.takes("getUpdates");
        int mended = TELEGRAM.asked("getUpdates").size();
        await().atMost(SOON).until(() -> TELEGRAM.asked("getUpdates").size() > mended + 1);
    }

    @Test
    void doesNotHurryWhenTelegramDoesNotWait() throws InterruptedException {
        TELEGRAM.answers("getUpdates", 200, "{\"ok\": true, \"result\": []}");
        int before = TELEGRAM.asked("getUpdates").size();

        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);

        assertThat(TELEGRAM.asked("getUpdates").size() - before).isLessThan(6);
    }

    /** The library counts in 32 bits and would ask for the end of the queue, again and again. */
    @Test
    void goesOnBeyondTheLastNumberOfTheLibrary() {
        long beyond = Integer.MAX_VALUE;
        jdbc.sql("update channels_pull set position = null where account = 'tgasking'")
                .update();
        TELEGRAM.queue(beyond, Updates.text(beyond, chat, "angka terakhir"));
        TELEGRAM.queue(beyond + 1, Updates.text(beyond + 1, chat, "lalu"));

        hears("gema: lalu");

        await().atMost(SOON).until(() -> TELEGRAM.unconfirmed().isEmpty());
        assertThat(TELEGRAM.asked("getUpdates"))
                .allSatisfy(asked ->
                        assertThat(asked.json().path("offset").asLong(0)).isNotNegative());
        jdbc.sql("update channels_pull set position = null where account = 'tgasking'")
                .update();
    }

    @Test
    void takesNothingTwiceWhenItHasToBeginAgain() {
        long update = Updates.next();
        String said = Updates.text(update, chat, "sekali saja");
        TELEGRAM.queue(update, said);
        hears("gema: sekali saja");
        await().atMost(SOON).until(() -> TELEGRAM.unconfirmed().isEmpty());

        TELEGRAM.queue(update, said);
        long after = Updates.next();
        TELEGRAM.queue(after, Updates.text(after, chat, "lalu"));

        hears("gema: lalu");
        assertThat(heard()).containsExactly("gema: sekali saja", "gema: lalu");
    }

    /** As after another node has taken the line and given it back. */
    @Test
    void leavesALineThatAnotherNodeHasTakenAndTakesItBackWhenItIsFree() {
        jdbc.sql("update channels_pull set fence = nextval('channels_fence') where account = 'tgasking'")
                .update();
        long update = Updates.next();
        TELEGRAM.queue(update, Updates.text(update, chat, "siapa di sana?"));
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        assertThat(inbox.latest(siti, 5)).isEmpty();

        jdbc.sql("update channels_pull set lease_until = null where account = 'tgasking'")
                .update();

        hears("gema: siapa di sana?");
        assertThat(heard()).hasSize(1);
    }

    @Test
    void isNotToBeCalled() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/webhooks/tgasking"))
                .header("X-Telegram-Bot-Api-Secret-Token", "")
                .POST(HttpRequest.BodyPublishers.ofString(Updates.text(Updates.next(), chat, "bohong")))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(403);
    }

    private long position() {
        return jdbc.sql("select coalesce(position, 0) from channels_pull where account = 'tgasking'")
                .query(Long.class)
                .single();
    }

    private String state(long update) {
        return jdbc.sql("select state || ' ' || coalesce(reason, '') from channels_inbound"
                        + " where account = 'tgasking' and external_id = :id")
                .param("id", String.valueOf(update))
                .query(String.class)
                .single();
    }

    private void hears(String text) {
        await().atMost(SOON).untilAsserted(() -> assertThat(heard()).contains(text));
    }

    private List<String> heard() {
        return TELEGRAM.asked("sendMessage").stream()
                .map(FakeTelegram.Asked::json)
                .filter(sent -> sent.path("chat_id").asString().equals(siti.value()))
                .map(sent -> sent.path("text").asString())
                .toList();
    }
}
