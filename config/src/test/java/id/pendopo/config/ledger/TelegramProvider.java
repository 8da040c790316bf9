package id.pendopo.config.ledger;

import com.sun.net.httpserver.HttpExchange;
import id.pendopo.config.journeys.DeskProcess;
import id.pendopo.config.journeys.TelegramCitizen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Telegram: one bot whose webhook is called, again until it says yes, and one that asks for its updates. What a bot said cannot
 * be asked for.
 *
 * @see <a href="https://core.telegram.org/bots/api">Bot API</a>
 */
final class TelegramProvider implements Provider {

    private static final String CALLED = "tgcalled";
    private static final String ASKING = "tgasking";

    /** How long somebody waits for a sign before writing again. */
    private static final int PATIENCE_SECONDS = 2;

    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Ledger ledger;
    private final Loopback server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Halt halt = new Halt();
    private final Map<String, Integer> said = new ConcurrentHashMap<>();
    private final Map<String, TelegramUpdates> bots;

    /** What is under way to the webhook, in each chat one after the other. */
    private final Map<String, CompletableFuture<Void>> chats = new ConcurrentHashMap<>();

    private volatile DeskProcess desk;

    TelegramProvider(Ledger ledger) throws IOException {
        this.ledger = ledger;
        this.bots = Map.of(
                CALLED,
                new TelegramUpdates(update -> acknowledged(CALLED, update)),
                ASKING,
                new TelegramUpdates(update -> acknowledged(ASKING, update)));
        server = Loopback.serve(threads, this::handle);
    }

    @Override
    public List<String> accounts() {
        return List.of(CALLED, ASKING);
    }

    @Override
    public Map<String, String> environment() {
        URI api = server.uri();
        Map<String, String> environment = new HashMap<>();
        accounts().forEach(line -> environment.putAll(TelegramCitizen.line(line, token(line), api)));
        environment.put("PENDOPO_CHANNELS_ACCOUNTS_" + ASKING.toUpperCase(Locale.ROOT) + "_MODE", "polling");
        return environment;
    }

    /** Recognized in the address of a request. */
    private static String token(String line) {
        return "110201543:" + line;
    }

    @Override
    public void serves(DeskProcess one) {
        desk = one;
    }

    @Override
    public boolean deliver(String account, String citizen, String text) throws InterruptedException {
        String chat = citizen.substring(1);
        TelegramUpdates.Update update = bots.get(account).add(chat, id -> {
            ledger.write(Ledger.What.ASKED, account, chat, "" + id, List.of());
            Map<String, Object> message =
                    TelegramCitizen.message(Long.parseLong(chat), next(account, chat), Map.of("text", text));
            return json.writeValueAsString(Map.of("update_id", id, "message", message));
        });
        if (account.equals(CALLED)) {
            chats.compute(
                    chat,
                    (_, before) -> (before == null ? CompletableFuture.<Void>completedFuture(null) : before)
                            .thenRunAsync(() -> bring(update), threads));
        }
        try {
            update.taken().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException silence) {
            return false;
        }
    }

    /** Calls the webhook until it says yes. */
    private void bring(TelegramUpdates.Update update) {
        HttpRequest webhook = TelegramCitizen.webhook(desk, CALLED, update.json());
        while (!threads.isShutdown()) {
            try {
                if (HTTP.send(webhook, BodyHandlers.discarding()).statusCode() / 100 == 2) {
                    bots.get(CALLED).confirm(update);
                    return;
                }
            } catch (IOException away) {
                // Again, as after an error.
            } catch (InterruptedException stopping) {
                return;
            }
            LockSupport.parkNanos(AGAIN_AFTER.toNanos());
        }
    }

    private void acknowledged(String account, TelegramUpdates.Update update) {
        ledger.write(Ledger.What.ACKNOWLEDGED, account, update.chat(), "" + update.id(), List.of());
    }

    /** Messages are counted anew in each chat, whoever writes. */
    private int next(String account, String chat) {
        return said.merge(account + "/" + chat, 1, Integer::sum);
    }

    @Override
    public CompletableFuture<Void> stopNext(Moment moment) {
        return halt.next(moment);
    }

    @Override
    public void release() {
        halt.release();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            String account = path[1].substring(path[1].indexOf(':') + 1);
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean object = body.length > 0 && body[0] == '{';
            JsonNode question = object ? json.readTree(body) : json.createObjectNode();
            switch (path[2].toLowerCase(Locale.ROOT)) {
                case "getupdates" -> respond(exchange, updates(account, question));
                case "sendmessage" -> take(exchange, account, question);
                default -> respond(exchange, "true");
            }
        }
    }

    private String updates(String account, JsonNode question) {
        List<String> updates = bots.get(account)
                .after(
                        question.path("offset").asLong(0),
                        question.path("limit").asInt(100),
                        question.path("timeout").asInt(0));
        return updates.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private void take(HttpExchange exchange, String account, JsonNode message) throws IOException {
        String chat = message.path("chat_id").asString("");
        int id = next(account, chat);
        String text = message.path("text").asString("");
        if (halt.passes(() -> ledger.write(Ledger.What.TOOK, account, chat, "" + id, List.of(text)))) {
            respond(exchange, "{\"message_id\": %d, \"chat\": {\"id\": %s}}".formatted(id, chat));
        }
    }

    private static void respond(HttpExchange exchange, String result) throws IOException {
        String answer = "{\"ok\": true, \"result\": " + result + "}";
        Loopback.respond(exchange, 200, answer.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        release();
        threads.shutdownNow();
        server.stop();
    }
}
