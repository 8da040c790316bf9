package id.pendopo.config.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.config.OnSecondThread;
import id.pendopo.config.ledger.DatabaseWire.Side;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything around the desk fails in turn while citizens write. Each test says how the desk bears it; at the end the audit
 * says that no fault lost, repeated or disordered anything.
 */
@OnSecondThread
class FaultTests {

    private static final Duration SOON = Duration.ofSeconds(90);

    private static final AtomicInteger CYCLES = new AtomicInteger(5000);
    private static Theatre theatre;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        theatre = Theatre.open(folder);
    }

    @AfterEach
    void everythingWorksAgain() {
        theatre.twilio().inTrouble("", (_, _) -> false);
        theatre.release();
    }

    @AfterAll
    static void audit() throws Exception {
        try (Theatre open = theatre) {
            CrashRun.heal(open);
            Audit.Findings found = Audit.of(open.ledger(), open.database());
            assertThat(found.problems()).isEmpty();
            assertThat(found.clean()).isTrue();
            assertThat(found.acknowledged()).isGreaterThan(50);
            assertThat(Audit.open(open.ledger(), open.database())).isZero();
        }
    }

    @Test
    void databaseIsRestarted() throws Exception {
        try (Traffic traffic = traffic()) {
            theatre.awaitAcknowledged(10, SOON);
            signal(theatre.postmaster(), "INT");
            theatre.awaitAcknowledged(10, SOON);
            traffic.close();
        }
        servesAgain();
    }

    @Test
    void databaseIsKilled() throws Exception {
        try (Traffic traffic = traffic()) {
            theatre.awaitAcknowledged(10, SOON);
            signal(theatre.postmaster(), "KILL");
            theatre.awaitAcknowledged(10, SOON);
            traffic.close();
        }
        servesAgain();
    }

    @Test
    void connectionsBreakAllAtOnce() throws Exception {
        try (Traffic traffic = traffic()) {
            for (int i = 0; i < 5; i++) {
                theatre.awaitAcknowledged(5, SOON);
                theatre.wire().cutAll();
            }
            traffic.close();
        }
        servesAgain();
    }

    @Test
    void connectionBreaksAfterTheCommitWasSent() throws Exception {
        try (Traffic traffic = traffic()) {
            for (int i = 0; i < 5; i++) {
                theatre.wire().stopNext(Side.AFTER, Blow::isTurn).get(SOON.toSeconds(), TimeUnit.SECONDS);
                theatre.wire().release();
            }
            traffic.close();
        }
        servesAgain();
    }

    @Test
    void deskIsToldToStopUnderLoad() throws Exception {
        try (Traffic traffic = traffic()) {
            theatre.awaitAcknowledged(10, SOON);
            theatre.desk().stop();
            traffic.close();
        }
        assertThat(theatre.desk().alive()).isFalse();
        theatre.desk().restart();
        servesAgain();
    }

    @Test
    void providerAnswersWithItsOwnErrors() throws Exception {
        String siti = "+628119999001";
        AtomicInteger refused = new AtomicInteger();
        theatre.twilio().inTrouble(siti, (exchange, _) -> {
            if (refused.incrementAndGet() > 2) {
                return false;
            }
            theatre.twilio().respond(exchange, 500, Map.of("status", 500));
            return true;
        });

        assertThat(write(siti)).isTrue();

        await().atMost(SOON).until(() -> theatre.twilio().took(siti) == 1);
        assertThat(refused.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void providerAsksForAPause() throws Exception {
        String siti = "+628119999002";
        AtomicInteger asked = new AtomicInteger();
        long[] pause = new long[2];
        theatre.twilio().inTrouble(siti, (exchange, _) -> {
            pause[Math.min(asked.getAndIncrement(), 1)] = System.nanoTime();
            if (asked.get() > 1) {
                return false;
            }
            exchange.getResponseHeaders().add("Retry-After", "12");
            theatre.twilio().respond(exchange, 429, Map.of("code", 20429, "status", 429));
            return true;
        });

        assertThat(write(siti)).isTrue();

        await().atMost(SOON).until(() -> theatre.twilio().took(siti) == 1);
        assertThat(Duration.ofNanos(pause[1] - pause[0])).isGreaterThanOrEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void providerHangsForAMinuteWithTheMessageTaken() throws Exception {
        String siti = "+628119999003";
        AtomicInteger asked = new AtomicInteger();
        theatre.twilio().inTrouble(siti, (_, take) -> {
            if (asked.incrementAndGet() == 1) {
                take.run();
                sleep(60);
            }
            return asked.get() == 1;
        });

        assertThat(write(siti)).isTrue();

        await().atMost(SOON).until(() -> theatre.twilio().took(siti) == 1);
        TimeUnit.SECONDS.sleep(30);
        assertThat(theatre.twilio().took(siti)).as("asked for, not sent again").isEqualTo(1);
        assertThat(asked.get()).isEqualTo(1);
    }

    @Test
    void providerBreaksTheConnectionAfterTheBody() throws Exception {
        String siti = "+628119999004";
        AtomicInteger asked = new AtomicInteger();
        theatre.twilio().inTrouble(siti, (_, take) -> {
            int time = asked.incrementAndGet();
            if (time == 1) {
                return true; // Not taken, and nobody says so.
            }
            if (time == 2) {
                take.run();
                return true; // Taken, and nobody says so.
            }
            return false;
        });

        assertThat(write(siti)).isTrue();

        await().atMost(SOON.multipliedBy(2)).until(() -> theatre.twilio().took(siti) == 1);
        TimeUnit.SECONDS.sleep(10);
        assertThat(theatre.twilio().took(siti)).isEqualTo(1);
        assertThat(asked.get()).isEqualTo(2);
    }

    @Test
    void aBackupUnderLoadIsRestoredElsewhere(@TempDir Path elsewhere) throws Exception {
        BackupDrill drill = new BackupDrill(theatre, elsewhere);
        try (Traffic traffic = traffic()) {
            theatre.awaitAcknowledged(10, SOON);
            drill.fill("+628119999005");
            drill.backUp();
            theatre.awaitAcknowledged(1, SOON);
            traffic.close();
        }
        BackupDrill.Result result = drill.restored();

        System.out.println(result.line());
        assertThat(result.problems()).isEmpty();
        assertThat(result.acknowledged()).isGreaterThan(10);
        assertThat(result.tickets()).isPositive();
        assertThat(result.files()).isPositive();
    }

    @Test
    void thriceAsMuchComesAsTheDeskTakesAtOnce() throws Exception {
        Flood flood = new Flood(theatre, 3 * 256);

        Flood.Wave wave = flood.pour(CYCLES.incrementAndGet());

        assertThat(wave.statuses().keySet()).isSubsetOf(200, 503, Flood.GIVEN_UP);
        assertThat(wave.statuses().getOrDefault(200, 0)).isPositive();
        assertThat(wave.statuses().getOrDefault(Flood.GIVEN_UP, 0)).isLessThan(3 * 256 / 4);
        assertThat(wave.withoutRetryAfter()).isZero();
        servesAgain();
    }

    private static Traffic traffic() {
        int cycle = CYCLES.addAndGet(4);
        return Traffic.start(theatre.providers(), 3, cycle, cycle);
    }

    private static boolean write(String citizen) throws InterruptedException {
        return theatre.twilio().deliver(TwilioProvider.SENDING, citizen, "brp biaya perpanjang sim c");
    }

    private static void servesAgain() throws Exception {
        HttpRequest ready =
                HttpRequest.newBuilder(theatre.desk().uri("/readyz")).build();
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> HttpClient.newHttpClient()
                                .send(ready, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200);
        await().atMost(SOON).until(() -> write("+628119999009"));
    }

    private static void sleep(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void signal(long pid, String signal) throws Exception {
        assertThat(new ProcessBuilder(List.of("kill", "-" + signal, "" + pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
