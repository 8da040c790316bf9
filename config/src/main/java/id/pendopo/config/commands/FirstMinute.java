package id.pendopo.config.commands;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.env.PropertyResolver;

/** What a demonstration is asked in its first minute: text messages by many citizens, a chat, pages, a log-in. */
final class FirstMinute {

    static final String PASSWORD = "hanya-untuk-pemanasan";

    private static final int CITIZENS = 8;

    /** Answers, a question back, a list to choose from, a report with its ticket, its state, small talk. */
    private static final List<List<String>> CONVERSATIONS = List.of(
            List.of("brp biaya perpanjang sim c", "syaratnya apa aja"),
            List.of("ktp sy ilang gmn urusnya"),
            List.of("syarat bikin kartu keluarga baru", "berapa lama"),
            List.of("sktm brp hari jadi ya"),
            List.of("cara daftar bpjs kesehatan"),
            List.of("biaya skck berapa ya", "makasih"),
            List.of("how much is a new passport", "1"),
            List.of("bayar pajak motor dimana"),
            List.of("mau lapor lampu jalan mati di jl kenanga sdh seminggu", "ya"));

    private static final List<String> PAGES = List.of(
            "/",
            "/chat",
            "/help",
            "/help?q=paspor",
            "/report",
            "/track",
            "/readyz",
            "/api/openapi.json",
            "/config/citizen.css");
    private static final List<String> DESK = List.of("/desk", "/desk/outbox", "/admin");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CHAT = Pattern.compile("\"conversation\":\"([^\"]*)\".*\"token\":\"([^\"]*)\"");

    private final PropertyResolver settings;
    private final URI desk;
    private final AtomicInteger numbers = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    FirstMinute(PropertyResolver settings) {
        this.settings = settings;
        this.desk = URI.create(settings.getRequiredProperty("pendopo.public-url"));
    }

    /**
     * Uses the desk until it has answered so many text messages, or for so long.
     *
     * @return how many requests it answered well
     */
    int use(int messages, Duration atMost) throws IOException, InterruptedException {
        int answered = look() + chat();
        long end = System.nanoTime() + atMost.toNanos();
        List<Callable<Integer>> citizens = new ArrayList<>();
        for (int i = 0; i < CITIZENS; i++) {
            citizens.add(() -> write(messages / CITIZENS, end));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> citizen : threads.invokeAll(citizens)) {
                answered += citizen.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("the desk did not answer", e);
        }
        return answered;
    }

    private int look() throws IOException, InterruptedException {
        int answered = 0;
        for (String page : PAGES) {
            answered += send(HttpRequest.newBuilder(desk.resolve(page))).length() > 0 ? 1 : 0;
        }
        Matcher token = TOKEN.matcher(send(HttpRequest.newBuilder(desk.resolve("/login"))));
        if (token.find()) {
            send(form("/login", Map.of("username", "admin", "password", PASSWORD, "_csrf", token.group(1))));
            for (String page : DESK) {
                send(HttpRequest.newBuilder(desk.resolve(page)));
            }
        }
        return answered;
    }

    private int chat() throws IOException, InterruptedException {
        Matcher chat = CHAT.matcher(send(json("/api/chat", "{\"lang\":\"id\"}")));
        if (!chat.find()) {
            return 0;
        }
        send(json(
                        "/api/chat/" + chat.group(1) + "/messages",
                        "{\"clientId\":\"1\",\"text\":\"brp biaya perpanjang sim c\"}")
                .header("Authorization", "Bearer " + chat.group(2)));
        return 1;
    }

    /** Each conversation by somebody who has not written before: who writes too much is asked to wait. */
    private int write(int messages, long end) throws IOException, InterruptedException {
        int answered = 0;
        while (answered < messages && System.nanoTime() < end) {
            int number = numbers.incrementAndGet();
            for (String text : CONVERSATIONS.get(number % CONVERSATIONS.size())) {
                answered += send(message(number, text)).contains("<Response>") ? 1 : 0;
            }
        }
        return answered;
    }

    private HttpRequest.Builder message(int number, String text) {
        Map<String, String> message = new TreeMap<>(Map.of(
                "AccountSid", settings.getRequiredProperty("pendopo.channels.accounts.smsmain.account-sid"),
                "Body", text,
                "From", "+62811%08d".formatted(number),
                "MessageSid", "SM%032x".formatted(numbers.incrementAndGet()),
                "NumMedia", "0",
                "To", settings.getRequiredProperty("pendopo.channels.accounts.smsmain.from")));
        URI webhook = desk.resolve("/webhooks/smsmain");
        String key = settings.getRequiredProperty("pendopo.channels.accounts.smsmain.auth-token");
        return form("/webhooks/smsmain", message)
                .header("X-Twilio-Signature", TwilioSignature.of(webhook, message, key));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return HttpRequest.newBuilder(desk.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
    }

    private HttpRequest.Builder json(String path, String body) {
        return HttpRequest.newBuilder(desk.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** The body, empty when the answer was an error. */
    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        return answer.statusCode() < 400 ? answer.body() : "";
    }
}
