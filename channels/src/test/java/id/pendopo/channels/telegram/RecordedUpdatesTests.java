package id.pendopo.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.cli.EventJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Updates that others recorded or printed in Telegram's documentation, old field names included. */
class RecordedUpdatesTests {

    private static final String NOTHING = "";
    private static final String START = "address started\nmessage /start choice=menu";

    /** By file: what the desk reads, a line per event. */
    private static final Map<String, String> EXPECTED = Map.ofEntries(
            Map.entry("blocked_by_user", "address blocked"),
            Map.entry("c_document_4mb", "message  media=application/vnd.ms-excel"),
            Map.entry("c_hello", "message Hello World"),
            Map.entry("c_location", "message  place=-2.890287,-79.004333"),
            Map.entry("c_photo_caption", "message Photo Caption media=image/jpeg"),
            Map.entry("c_venue", "message Cuenca, Provincia del Azuay place=-2.898944,-79.006835"),
            Map.entry("c_video", "message  media=video/mp4"),
            Map.entry("c_voice", "message  media=audio/ogg"),
            Map.entry("c_web_app_data", "message {\"first_name\": \"Bob\", \"age\": \"32\"}"),
            Map.entry("c_web_app_data_nonjson", "message bob,32"),
            Map.entry("callback_query_with_message", "message  choice=menu:2"),
            Map.entry("doc_audio", "message  media=audio/mpeg"),
            Map.entry("doc_callback_query_inline", NOTHING),
            Map.entry("doc_chosen_inline_result", NOTHING),
            Map.entry("doc_document", "message  media=application/pdf"),
            Map.entry("doc_edited", "changed Edited text original=1365"),
            Map.entry("doc_forwarded", "message Pesan terusan: /start"),
            Map.entry("doc_forwarded_channel", "message Pesan terusan: /start"),
            Map.entry("doc_reply", START),
            Map.entry("doc_text_chat_without_type", START),
            Map.entry("doc_text_start", START),
            Map.entry("doc_voice", "message  media=audio/ogg"),
            Map.entry("group_mention", NOTHING),
            Map.entry("group_migrated", NOTHING),
            Map.entry("media_group_part1", "message dua foto media=image/jpeg"),
            Map.entry("modern_c_document_4mb", "message  media=application/vnd.ms-excel"),
            Map.entry("modern_c_hello", "message Hello World"),
            Map.entry("modern_c_location", "message  place=-2.890287,-79.004333"),
            Map.entry("modern_c_start", START),
            Map.entry("modern_c_sticker", "message  media=image/webp"),
            Map.entry("modern_c_venue", "message Cuenca, Provincia del Azuay place=-2.898944,-79.006835"),
            Map.entry("modern_c_web_app_data_nonjson", "message bob,32"),
            Map.entry("modern_doc_audio", "message  media=audio/mpeg"),
            Map.entry("modern_doc_callback_query_inline", NOTHING),
            Map.entry("modern_doc_chosen_inline_result", NOTHING),
            Map.entry("modern_doc_edited", "changed Edited text original=1365"),
            Map.entry("modern_doc_forwarded_channel", "message Pesan terusan: /start"),
            Map.entry("modern_doc_inline_query", NOTHING),
            Map.entry("modern_doc_reply", START),
            Map.entry("modern_doc_text_start", START),
            Map.entry("modern_doc_voice", "message  media=audio/ogg"),
            Map.entry("replay_same_update_id", "message Hello World"));

    private static final TelegramAdapter ADAPTER =
            new TelegramAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));

    static Stream<String> files() throws IOException {
        Optional<Path> folder = Shared.find("fixtures/telegram");
        if (folder.isEmpty()) {
            return Stream.of(NOTHING);
        }
        try (Stream<Path> files = Files.list(folder.get())) {
            Set<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            names.addAll(EXPECTED.keySet());
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void meanWhatTheirIndexSays(String name) throws Exception {
        Assumptions.assumeFalse(name.isEmpty(), "no recorded updates beside this repository");

        assertThat(String.join("\n", read(file(name + ".json"))))
                .as(name)
                .isEqualTo(EXPECTED.getOrDefault(name, "a file that this test does not know"));
    }

    @Test
    void tellWhoAndWhenAndTheLargestPhoto() throws Exception {
        Assumptions.assumeTrue(Shared.find("fixtures/telegram").isPresent());

        JsonNode hello = lines(file("c_hello.json")).getFirst();
        assertThat(hello.path("from").asString()).isEqualTo("3527065");
        assertThat(hello.path("external_id").asString()).isEqualTo("174114370");
        assertThat(hello.path("at").asString()).isEqualTo("2016-01-30T01:57:09Z");
        assertThat(lines(file("replay_same_update_id.json")).getFirst().path("external_id"))
                .isEqualTo(hello.path("external_id"));
        assertThat(lines(file("c_photo_caption.json"))
                        .getFirst()
                        .at("/media/0/ref")
                        .asString())
                .isEqualTo("AgADAQADtKcxG4LRUUQSQVUjfJIiiF8G6C8ABA9NJzFdXskaincBAAEC");
        assertThat(lines(file("blocked_by_user.json")).getFirst().path("from").asString())
                .isEqualTo("1111111");
    }

    @Test
    void areRejectedWhenTheyAreNoJson() throws Exception {
        Assumptions.assumeTrue(Shared.find("fixtures/telegram").isPresent());
        byte[] malformed = file("malformed.txt");

        assertThatThrownBy(() -> lines(malformed))
                .isInstanceOfSatisfying(
                        WebhookRejected.class,
                        rejected -> assertThat(rejected.status()).isEqualTo(400));
    }

    /** Which tokens open the door, and which may not be configured. */
    @Test
    void comeInWithTheSecretTokenAlone() throws Exception {
        Optional<Path> file = Shared.find("fixtures/vectors/telegram_secret_token.json");
        Assumptions.assumeTrue(file.isPresent());
        JsonNode vectors = JsonMapper.shared().readTree(file.get().toFile());
        ChannelAccount account = account(vectors.path("secret").asString());

        for (JsonNode token : vectors.path("accept")) {
            ADAPTER.verify(account, request(new byte[0], token));
        }
        for (JsonNode token : vectors.path("reject")) {
            assertThatThrownBy(() -> ADAPTER.verify(account, request(new byte[0], token)))
                    .as(token.toString())
                    .isInstanceOf(WebhookRejected.class);
        }
        for (JsonNode secret : vectors.path("invalid_to_configure")) {
            assertThat(account(secret.asString()).settings().missing()).isNotEmpty();
        }
    }

    private static ChannelAccount account(String secret) {
        return new ChannelAccount(
                "telegram",
                "telegram",
                new TelegramProperties(
                        "1:A", secret, TelegramProperties.Mode.WEBHOOK, URI.create("http://127.0.0.1:9")));
    }

    private static List<String> read(byte[] body) throws WebhookRejected {
        return lines(body).stream().map(RecordedUpdatesTests::shortly).toList();
    }

    private static String shortly(JsonNode event) {
        String line = event.path("event").asString();
        line += switch (line) {
            case "address" -> " " + event.path("status").asString();
            case "changed" ->
                " " + event.path("text").asString() + " original="
                        + event.path("original_id").asString();
            default -> " " + event.path("text").asString();
        };
        line += event.path("choice").isString()
                ? " choice=" + event.path("choice").asString()
                : "";
        line += event.path("location").isObject()
                ? " place=" + event.at("/location/lat").asDouble() + ","
                        + event.at("/location/lon").asDouble()
                : "";
        for (JsonNode file : event.path("media")) {
            line += " media=" + file.path("type").asString();
        }
        return line;
    }

    private static List<JsonNode> lines(byte[] body) throws WebhookRejected {
        List<JsonNode> lines = new ArrayList<>();
        for (InboundEvent event : ADAPTER.parse(
                        account("x"), request(body, JsonMapper.shared().nullNode()))
                .events()) {
            lines.add(JsonMapper.shared().readTree(EventJson.of(event)));
        }
        return lines;
    }

    private static WebhookRequest request(byte[] body, JsonNode token) {
        Map<String, List<String>> headers =
                token.isNull() ? Map.of() : Map.of("x-telegram-bot-api-secret-token", List.of(token.asString()));
        return new WebhookRequest("telegram", "POST", URI.create("https://desk.example.org"), "", "", headers, body);
    }

    private static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Shared.find("fixtures/telegram/" + name).orElseThrow());
    }
}
