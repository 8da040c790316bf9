package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with Telegram on the phone, and Telegram between the phone and the desk. */
public final class TelegramCitizen {

    static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    private static final String MAIN = "telegram";
    private static final String SECRET = "Kata_sandi-desa-42";
    private static final AtomicLong UPDATES = new AtomicLong(730_000_000);
    private static final Duration SOON = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final DeskProcess desk;
    private final FakeTelegram telegram;
    private final long chat;

    TelegramCitizen(DeskProcess desk, FakeTelegram telegram, long chat) {
        this.desk = desk;
        this.telegram = telegram;
        this.chat = chat;
    }

    /** The environment of a desk that has this line. */
    static Map<String, String> line(URI api) {
        return line(MAIN, TOKEN, api);
    }

    /** The same for another bot. */
    public static Map<String, String> line(String line, String token, URI api) {
        String account = "PENDOPO_CHANNELS_ACCOUNTS_" + line.toUpperCase(Locale.ROOT) + "_";
        return Map.of(
                account + "KIND",
                "telegram",
                account + "BOTTOKEN",
                token,
                account + "WEBHOOKSECRET",
                SECRET,
                account + "APIBASEURL",
                api.toString());
    }

    /** Writes, and reads what the bot says to it. */
    JsonNode says(String text) throws IOException, InterruptedException {
        return answered("message", said(Map.of("text", text)));
    }

    JsonNode sends(Map<String, Object> parts) throws IOException, InterruptedException {
        return answered("message", said(parts));
    }

    /** Presses the button with this choice below the last message. */
    JsonNode presses(String choice) throws IOException, InterruptedException {
        Map<String, Object> query = Map.of(
                "id", "q" + UPDATES.get(), "from", person(chat), "data", choice, "message", said(Map.of("text", "?")));
        return answered("callback_query", query);
    }

    /** What the bot said last, once it has said more than so many messages. */
    JsonNode hears(int more) {
        await().atMost(SOON).until(() -> telegram.said(chat).size() > more);
        return telegram.said(chat).getLast();
    }

    List<JsonNode> heard() {
        return telegram.said(chat);
    }

    static List<String> choices(JsonNode message) {
        return message.path("reply_markup")
                .path("inline_keyboard")
                .valueStream()
                .flatMap(row -> row.valueStream())
                .map(button -> button.path("callback_data").asString(""))
                .toList();
    }

    private JsonNode answered(String kind, Map<String, Object> body) throws IOException, InterruptedException {
        int before = telegram.said(chat).size();
        assertThat(post(kind, body).statusCode()).isEqualTo(200);
        return hears(before);
    }

    private HttpResponse<String> post(String kind, Map<String, Object> body) throws IOException, InterruptedException {
        String update = json.writeValueAsString(Map.of("update_id", UPDATES.incrementAndGet(), kind, body));
        return http.send(webhook(desk, MAIN, update), BodyHandlers.ofString());
    }

    /** An update as Telegram brings it to a bot's line. */
    public static HttpRequest webhook(DeskProcess desk, String line, String update) {
        return HttpRequest.newBuilder(desk.uri("/webhooks/" + line))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", SECRET)
                .POST(HttpRequest.BodyPublishers.ofString(update))
                .build();
    }

    private Map<String, Object> said(Map<String, Object> parts) {
        return message(chat, UPDATES.get(), parts);
    }

    /** A message in a private conversation. */
    public static Map<String, Object> message(long chat, long id, Map<String, Object> parts) {
        Map<String, Object> said = new HashMap<>(Map.of(
                "message_id",
                id,
                "date",
                System.currentTimeMillis() / 1000,
                "from",
                person(chat),
                "chat",
                Map.of("id", chat, "type", "private", "first_name", "Siti")));
        said.putAll(parts);
        return said;
    }

    private static Map<String, Object> person(long chat) {
        return Map.of("id", chat, "is_bot", false, "first_name", "Siti", "language_code", "id");
    }
}
