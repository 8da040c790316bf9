package id.pendopo.channels.web.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import id.pendopo.channels.Address;
import id.pendopo.channels.AgentVoice;
import id.pendopo.channels.ChannelsTest;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.TestClock;
import id.pendopo.channels.gateway.limits.LimitChanges;
import id.pendopo.channels.web.chat.ChatClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The live stream over real HTTP: whatever happens to the connection, each reply comes, in order. */
@ChannelsTest
@Timeout(60)
class ChatStreamTests {

    private final ChatClient client;
    private final AgentVoice agent;
    private final ServletStreams streams;
    private final Outbox outbox;
    private final LimitChanges limits;
    private final TestClock clock;

    ChatStreamTests(
            @LocalServerPort int port,
            AgentVoice agent,
            ServletStreams streams,
            Outbox outbox,
            LimitChanges limits,
            TestClock clock) {
        this.limits = limits;
        this.clock = clock;
        this.client = new ChatClient(port);
        this.agent = agent;
        this.streams = streams;
        this.outbox = outbox;
    }

    @Test
    void tellsWhatAnAgentWritesInTheExactForm() throws Exception {
        ChatClient.Chat chat = client.begin();
        try (Listener stream = listen(chat)) {
            assertThat(stream.next()).isEqualTo(": ");
            agent.writes(address(chat), "Selamat siang");

            assertThat(stream.event())
                    .containsExactly(
                            "event: reply",
                            "id: 1.0",
                            "data: {\"id\":\"1.0\",\"turn\":1,\"from\":\"agent\",\"lang\":\"id\",\"text\":\"Selamat siang\","
                                    + "\"choices\":[],\"links\":[],\"speaker\":\"Ani\"}");
        }
    }

    @Test
    void isAnEventStreamThatNobodyKeeps() throws Exception {
        try (Listener stream = listen(client.begin())) {
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void tellsAnswersToOtherWindowsWithTypingBefore() throws Exception {
        ChatClient.Chat chat = client.begin();
        try (Listener stream = listen(chat)) {
            stream.next();
            client.say(chat, "{\"clientId\": \"a\", \"text\": \"halo\"}");

            assertThat(stream.event()).containsExactly("event: typing", "data: {}");
            assertThat(id(stream.event())).isEqualTo("1.0");
        }
    }

    @Test
    void tellsEverythingToAClientThatSawNothing() throws Exception {
        ChatClient.Chat chat = client.begin();
        client.say(chat, "{\"clientId\": \"a\", \"text\": \"satu\"}");
        agent.writes(address(chat), "dua");

        try (Listener stream = listen(chat)) {
            stream.next();
            assertThat(List.of(id(stream.event()), id(stream.event()))).containsExactly("1.0", "2.0");
        }
    }

    @Test
    void losesNothingBetweenTwoConnections() throws Exception {
        ChatClient.Chat chat = client.begin();
        String last;
        try (Listener stream = listen(chat)) {
            stream.next();
            agent.writes(address(chat), "satu");
            last = id(stream.event());
        }
        agent.writes(address(chat), "dua");
        assertThat(client.say(chat, "{\"clientId\": \"a\", \"text\": \"tiga\"}").statusCode())
                .isEqualTo(200);

        try (Listener stream = listen(chat, "Last-Event-ID", last)) {
            stream.next();
            assertThat(text(stream.event())).isEqualTo("dua");
            assertThat(text(stream.event())).isEqualTo("gema: tiga");
            agent.writes(address(chat), "empat");
            assertThat(text(stream.event())).isEqualTo("empat");
        }
    }

    @Test
    void losesNothingWhileManyWriteAtOnce() throws Exception {
        ChatClient.Chat chat = client.begin();
        int messages = 40;
        List<Thread> writers = new ArrayList<>();
        try (Listener stream = listen(chat)) {
            for (int i = 0; i < messages; i++) {
                writers.add(Thread.startVirtualThread(() -> agent.writes(address(chat), "pesan")));
            }
            List<String> ids = new ArrayList<>();
            while (ids.size() < messages) {
                List<String> event = stream.event();
                if (event.contains("event: reply")) {
                    ids.add(id(event));
                }
            }
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(ids).isSortedAccordingTo((a, b) -> Double.compare(Double.parseDouble(a), Double.parseDouble(b)));
        }
        for (Thread writer : writers) {
            writer.join();
        }
    }

    @Test
    void resumesByTheAddressForAClientThatCannotSetAHeader() throws Exception {
        ChatClient.Chat chat = client.begin();
        agent.writes(address(chat), "satu");
        agent.writes(address(chat), "dua");

        try (Listener stream = listen(chat, "after", "1.0")) {
            stream.next();
            assertThat(text(stream.event())).isEqualTo("dua");
        }
    }

    @Test
    void keepsStillLinesOpenWithAComment() throws Exception {
        assertThat(ServletStreams.BEAT).isEqualTo(Duration.ofSeconds(15));
        try (Listener stream = listen(client.begin())) {
            assertThat(stream.next()).isEqualTo(": ");
            stream.next();
            streams.beat();
            assertThat(stream.next()).isEqualTo(": ");
        }
    }

    @Test
    void forgetsAClientThatWentAway() throws Exception {
        ChatClient.Chat chat = client.begin();
        try (Listener stream = listen(chat)) {
            stream.next();
            assertThat(streams.open()).isPositive();
        }
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    streams.beat();
                    return streams.open() == 0;
                });
    }

    @Test
    void asksForPatienceWhereTheDeskHoldsAsManyAsItCan() throws Exception {
        try (Listener first = listen(client.begin())) {
            first.next();
            limits.limit(ServletStreams.MOST, "", OptionalLong.of(streams.open()), "test");
            ChatClient.Chat late = client.begin();
            try (Listener refused = listen(late)) {
                assertThat(refused.status()).isEqualTo(503);
                assertThat(refused.header("Retry-After")).isEqualTo("10");
                assertThat(refused.lines().toList().toString()).contains("urn:pendopo:chat:streams", "sebentar lagi");
            }
            assertThat(client.say(late, "{\"clientId\": \"a\", \"text\": \"halo\"}")
                            .statusCode())
                    .isEqualTo(200);
        } finally {
            limits.limit(ServletStreams.MOST, "", OptionalLong.empty(), "test");
        }
    }

    @Test
    void endsAStreamOnWhichNothingWasSaidForLong() throws Exception {
        ChatClient.Chat chat = client.begin();
        try (Listener stream = listen(chat)) {
            stream.next();
            clock.advance(Duration.ofMinutes(59));
            streams.beat();
            stream.next();
            assertThat(stream.next()).isEqualTo(": ");
            clock.advance(Duration.ofMinutes(2));
            streams.beat();

            assertThat(stream.lines().toList()).allMatch(String::isEmpty);
        }
    }

    @Test
    void closesTheOldestOfTooManyWindows() throws Exception {
        ChatClient.Chat chat = client.begin();
        List<Listener> windows = new ArrayList<>();
        try {
            for (int i = 0; i <= ServletStreams.PER_CITIZEN; i++) {
                windows.add(listen(chat));
            }
            assertThat(windows.getFirst().lines().toList()).allMatch(line -> line.isEmpty() || line.startsWith(":"));
        } finally {
            windows.forEach(Listener::close);
        }
    }

    @Test
    void tellsNobodyWhatIsMeantForSomebodyElse() throws Exception {
        ChatClient.Chat chat = client.begin();
        try (Listener stream = listen(chat)) {
            stream.next();
            agent.writes(address(client.begin()), "untuk orang lain");
            agent.writes(address(chat), "untuk Anda");

            assertThat(text(stream.event())).isEqualTo("untuk Anda");
        }
    }

    @Test
    void failsNobodysRequestWhenTheServerHasEndedItAlready() {
        SseEmitter ended = new SseEmitter() {
            @Override
            public void send(Set<DataWithMediaType> items) throws IOException {
                throw new IOException("Broken pipe");
            }

            @Override
            public void completeWithError(Throwable failure) {
                throw new IllegalStateException("the request has been completed");
            }
        };
        ChatStream stream = new ChatStream(new Address("web", "1"), new StreamCursor(0, 0), ended, outbox, clock);

        assertThatCode(stream::typing).doesNotThrowAnyException();
    }

    private Address address(ChatClient.Chat chat) {
        return new Address("web", chat.conversation());
    }

    private static String id(List<String> event) {
        return event.stream()
                .filter(line -> line.startsWith("id: "))
                .findFirst()
                .orElseThrow()
                .substring(4);
    }

    private static String text(List<String> event) {
        if (event.contains("event: typing")) {
            return "typing";
        }
        JsonNode reply = JsonMapper.shared().readTree(event.getLast().substring("data: ".length()));
        return reply.get("text").stringValue();
    }

    private static Listener listen(ChatClient.Chat chat, String... resume) throws Exception {
        return new Listener(chat, resume);
    }

    /** A client's end of a stream. */
    private static final class Listener implements AutoCloseable {

        private final HttpClient http = HttpClient.newHttpClient();
        private final HttpResponse<java.io.InputStream> response;
        private final BufferedReader lines;

        Listener(ChatClient.Chat chat, String... resume) throws Exception {
            boolean byAddress = resume.length > 0 && resume[0].equals("after");
            String address = chat.events() + (byAddress ? "?after=" + resume[1] : "");
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(java.net.URI.create(address)).headers(chat.bearer());
            if (resume.length > 0 && !byAddress) {
                request.headers(resume);
            }
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** All that still comes, once the desk has closed the stream. */
        Stream<String> lines() {
            return lines.lines();
        }

        String next() throws IOException {
            return lines.readLine();
        }

        /** The next event's lines; comments are passed over. */
        List<String> event() throws IOException {
            List<String> event = new ArrayList<>();
            for (String line = next(); !line.isEmpty() || event.isEmpty(); line = next()) {
                if (!line.isEmpty() && !line.startsWith(":")) {
                    event.add(line);
                }
            }
            return event;
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }
}
