package id.pendopo.channels.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Choice;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.NodePackages;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Prism;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.PullAdapter.Checkpoint;
import id.pendopo.channels.adapter.PullAdapter.Pulled;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.WebhookRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our requests as others see them: Telegram's description of its interface, and a server that we did not write. */
class TelegramPeersTests {

    private static final String CITIZEN = "77";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private TelegramAdapter adapter = new TelegramAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));

    @Test
    void telegramsDescriptionAcceptsWhatWeSend() throws Exception {
        Optional<Path> description = Shared.find("specs/tg_prism.json");
        Assumptions.assumeTrue(description.isPresent());
        Optional<Prism> prism = Prism.start(description.get());
        Assumptions.assumeTrue(prism.isPresent(), "Prism is not here");
        try (Prism server = prism.get()) {
            ChannelAccount line = line(server.address(), TelegramProperties.Mode.WEBHOOK);

            assertThat(adapter.send(line, reply(Block.Text.of("Lampu sudah diperbaiki."))))
                    .isPresent();
            assertThat(adapter.send(line, reply(choices()))).isPresent();
            assertThat(adapter.send(line, reply(new Block.LocationRequest("Kirim lokasi"))))
                    .isPresent();
            adapter.register(line);
            adapter.register(line(server.address(), TelegramProperties.Mode.POLLING));
            adapter.acknowledge(line, request(Updates.pressed(1, 77, "q", "menu")));
            adapter.acknowledge(line, request(Updates.group(2, "mention")));
            assertThat(adapter.open(line, "").pull(Optional.of(new Checkpoint(41, Instant.now()))))
                    .isNotNull();
            ChannelAccount nobody = new ChannelAccount(
                    "telegram",
                    "telegram",
                    new TelegramProperties("", "s", TelegramProperties.Mode.WEBHOOK, server.address()));
            assertThat(catchThrowableOfType(SendFailed.class, () -> adapter.send(nobody, reply(Block.Text.of("x")))))
                    .as("it does refuse")
                    .isNotNull();
        }
    }

    @Test
    void anotherServerTakesPartInAConversationByAskingAndByCalling() throws Exception {
        Optional<Path> program = Shared.find("telegram-peer.js");
        Assumptions.assumeTrue(program.isPresent());
        Optional<Path> home =
                NodePackages.installed("telegram-test-api-4.2.1", "telegram-test-api@4.2.1", "multer@2.0.2");
        Assumptions.assumeTrue(home.isPresent(), "telegram-test-api is not here");
        int port = Prism.freePort();
        ProcessBuilder node = new ProcessBuilder(
                        "node", program.get().toAbsolutePath().toString(), String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        node.environment().put("NODE_PATH", home.get().resolve("node_modules").toString());
        Process peer = node.start();
        try {
            URI api = URI.create("http://127.0.0.1:" + port);
            await().atMost(SOON).ignoreExceptions().until(() -> post(api, "/sendMessage", said("halo")) == 200);
            asks(api);
            isCalled(api);
        } finally {
            peer.destroy();
        }
    }

    private void asks(URI api) throws Exception {
        ChannelAccount line = line(api, TelegramProperties.Mode.POLLING);
        adapter.register(line);
        Map<String, Object> pressed = said("");
        pressed.put("data", "menu");
        pressed.put(
                "message", Map.of("message_id", 1, "date", 1795500000, "chat", Map.of("id", 77, "type", "private")));
        post(api, "/sendCallback", pressed);
        List<InboundEvent> heard = new ArrayList<>();
        Optional<Checkpoint> after = Optional.empty();
        long end = System.nanoTime() + SOON.toNanos();
        while (heard.size() < 2 && System.nanoTime() < end) {
            for (Pulled pulled : adapter.open(line, "").pull(after)) {
                heard.addAll(adapter.parse(line, pulled.request().orElseThrow()).events());
                after = Optional.of(new Checkpoint(pulled.position(), Instant.now()));
            }
        }

        assertThat(heard.getFirst())
                .isInstanceOfSatisfying(
                        InboundMessage.class,
                        message -> assertThat(message.text()).isEqualTo("halo"));
        assertThat(heard.getLast())
                .isInstanceOfSatisfying(
                        InboundMessage.class,
                        message -> assertThat(message.choice()).contains("menu"));
        assertThat(adapter.send(line, reply(choices()))).isPresent();
        assertThat(botSaid(api)).contains("Apa yang Anda perlukan?");
    }

    private void isCalled(URI api) throws Exception {
        BlockingQueue<WebhookRequest> calls = new LinkedBlockingQueue<>();
        HttpServer desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        desk.createContext("/webhooks/telegram", exchange -> {
            Map<String, List<String>> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            calls.add(new WebhookRequest(
                    "telegram",
                    "POST",
                    URI.create("http://127.0.0.1"),
                    "",
                    "",
                    headers,
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        desk.start();
        try {
            adapter = new TelegramAdapter(
                    Clock.systemUTC(),
                    URI.create("http://127.0.0.1:" + desk.getAddress().getPort()));
            ChannelAccount line = line(api, TelegramProperties.Mode.WEBHOOK);
            adapter.register(line);
            post(api, "/sendMessage", said("lampu mati"));

            WebhookRequest call = calls.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(call).isNotNull();
            assertThat(adapter.receive(line, call).events())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            InboundMessage.class,
                            message -> assertThat(message.text()).isEqualTo("lampu mati"));
        } finally {
            desk.stop(0);
        }
    }

    private static Map<String, Object> said(String text) {
        return new HashMap<>(Map.of(
                "botToken",
                FakeTelegram.TOKEN,
                "from",
                Map.of("id", 77, "first_name", "Siti", "is_bot", false),
                "chat",
                Map.of("id", 77, "first_name", "Siti", "type", "private"),
                "date",
                1795500000,
                "text",
                text));
    }

    private int post(URI api, String path, Map<String, Object> body) throws IOException, InterruptedException {
        return http.send(json(api, path, body), BodyHandlers.discarding()).statusCode();
    }

    private List<String> botSaid(URI api) throws IOException, InterruptedException {
        String answer = http.send(
                        json(api, "/getUpdates", Map.of("token", FakeTelegram.TOKEN, "chatId", 77)),
                        BodyHandlers.ofString())
                .body();
        JsonNode messages = JsonMapper.shared().readTree(answer).path("result");
        return messages.valueStream()
                .map(message -> message.path("message").path("text").asString(""))
                .toList();
    }

    private static HttpRequest json(URI api, String path, Map<String, Object> body) {
        return HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build();
    }

    private static ChannelAccount line(URI api, TelegramProperties.Mode mode) {
        return new ChannelAccount(
                "telegram", "telegram", new TelegramProperties(FakeTelegram.TOKEN, "Kata_sandi-42", mode, api));
    }

    private static WebhookRequest request(String update) {
        return new WebhookRequest(
                "telegram", "POST", URI.create("https://desk.example.org"), "", "", Map.of(), update.getBytes());
    }

    private static Block choices() {
        return new Block.Choices(List.of(new Choice("report", "Lapor masalah"), new Choice("status", "Lacak tiket")));
    }

    private static Rendered reply(Block... blocks) {
        List<Block> all = Stream.concat(Stream.of(Block.Text.of("Apa yang Anda perlukan?")), Stream.of(blocks))
                .toList();
        return new Rendered(
                1,
                new OutboundMessage(
                        new Address("telegram", CITIZEN),
                        1,
                        1,
                        0,
                        OutboundMessage.Author.BOT,
                        Locale.of("id"),
                        all,
                        Optional.empty()));
    }
}
