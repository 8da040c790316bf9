package id.pendopo.config.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code kill -9} under load, from outside: what was acknowledged is there, once, answered, in order. */
class CrashTests {

    private static final int CYCLES = 3;
    private static final int CITIZENS = 6;

    @TempDir
    Path data;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void keepsEveryAcknowledgedMessageOnceAndInOrder() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (DeskProcess desk = DeskProcess.demo(data, SmsCitizen.line(URI.create("http://127.0.0.1:9")))) {
            List<List<String>> acknowledged = new ArrayList<>();
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                acknowledged.addAll(crash(desk, cycle, random));
                desk.restart();
            }
            int total = 0;
            for (List<String> citizen : acknowledged) {
                verify(desk, citizen);
                total += citizen.size();
            }
            assertThat(total).as("acknowledged, seed " + seed).isGreaterThan(CYCLES * CITIZENS);
            System.out.printf("crash: seed %d, %d cycles, %d acknowledged, 0 lost%n", seed, CYCLES, total);
        }
    }

    /** Citizens write until the desk is killed; returns what was acknowledged, in order, for each of them. */
    private List<List<String>> crash(DeskProcess desk, int cycle, Random random) throws Exception {
        AtomicBoolean killed = new AtomicBoolean();
        List<Future<List<String>>> citizens = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CITIZENS; i++) {
                SmsCitizen citizen = new SmsCitizen(desk, "+62811%02d%06d".formatted(cycle, i));
                citizens.add(threads.submit(() -> write(citizen, killed)));
            }
            TimeUnit.MILLISECONDS.sleep(1500 + random.nextInt(2000));
            desk.kill();
            killed.set(true);
            List<List<String>> acknowledged = new ArrayList<>();
            for (Future<List<String>> citizen : citizens) {
                acknowledged.add(citizen.get());
            }
            return acknowledged;
        }
    }

    private static List<String> write(SmsCitizen citizen, AtomicBoolean killed) throws InterruptedException {
        List<String> acknowledged = new ArrayList<>();
        while (!killed.get()) {
            String sid = SmsCitizen.newSid();
            try {
                if (citizen.post(sid, "brp biaya perpanjang sim c").statusCode() == 200) {
                    acknowledged.add(sid);
                }
            } catch (IOException e) {
                return acknowledged;
            }
        }
        return acknowledged;
    }

    private void verify(DeskProcess desk, List<String> sids) throws IOException, InterruptedException {
        String key = desk.printed("apikey", "admin").orElseThrow();
        long last = 0;
        for (String sid : sids) {
            HttpRequest request = HttpRequest.newBuilder(
                            desk.uri("/api/v1/messages?account=smsmain&external_id=" + sid))
                    .header("Authorization", "Bearer " + key)
                    .timeout(Duration.ofSeconds(10))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode message = json.readTree(answer.body());
            assertThat(message.at("/inbound/external_id").asString()).isEqualTo(sid);
            assertThat(message.at("/outbound").size()).isEqualTo(1);
            assertThat(message.at("/outbound/0/state").asString()).isEqualTo("SENT");
            long turn = message.at("/turn").asLong();
            assertThat(turn).isGreaterThan(last);
            last = turn;
        }
    }
}
