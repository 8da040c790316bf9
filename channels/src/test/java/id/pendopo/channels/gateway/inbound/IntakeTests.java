package id.pendopo.channels.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox.DeskUnavailable;
import id.pendopo.channels.TestLine;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

class IntakeTests {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void givesBackWhatTheMessagesWereAnsweredWith() {
        Intake intake = intake(
                arrivals -> arrivals.forEach(
                        arrival -> ((Arrival.Said) arrival).answered().accept(answer())),
                1);

        assertThat(intake.take(line("test-push"), List.of(message()))).hasSize(1);
        assertThat(intake.take(line("test-push"), List.of(message()))).hasSize(1);
    }

    @Test
    void sendsAwayWhileTheDatabaseIsAway() {
        Intake unreachable = intake(
                _ -> {
                    throw new DataAccessResourceFailureException("gone");
                },
                1);
        Intake unbeginnable = intake(
                _ -> {
                    throw new CannotCreateTransactionException("gone");
                },
                1);

        assertThatThrownBy(() -> unreachable.take(line("test-push"), List.of(message())))
                .isInstanceOf(DeskUnavailable.class);
        assertThatThrownBy(() -> unbeginnable.take(line("test-push"), List.of(message())))
                .isInstanceOf(DeskUnavailable.class);
    }

    @Test
    void sendsAwayWhatTakesTooLong() {
        Intake intake = new Intake(_ -> waitAtTheGate(), SHORT, 1);

        assertThatThrownBy(() -> intake.take(line("test-push"), List.of(message())))
                .isInstanceOf(DeskUnavailable.class)
                .hasMessage("the database is slow");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void interruptsNobodyWhoIsDoneAlthoughItTookTooLong() {
        Intake intake = new Intake(
                arrivals -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    arrivals.forEach(
                            arrival -> ((Arrival.Said) arrival).answered().accept(answer()));
                },
                SHORT,
                1);

        assertThat(intake.take(line("test-push"), List.of(message()))).hasSize(1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void sendsAwayWhatComesOnTopOfTooMuch() throws Exception {
        CountDownLatch there = new CountDownLatch(1);
        Intake intake = intake(
                _ -> {
                    there.countDown();
                    waitAtTheGate();
                },
                1);
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = other.submit(() -> intake.take(line("test-push"), List.of(message())));
            there.await();

            assertThatThrownBy(() -> intake.take(line("test-push"), List.of(message())))
                    .isInstanceOf(DeskUnavailable.class)
                    .hasMessage("too many requests at once");
            gate.countDown();
            first.get();
        }
    }

    /** As whoever waits for the database does: told to stop, it fails. */
    private void waitAtTheGate() {
        try {
            gate.await();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted");
        }
    }

    private Intake intake(InboundGateway gateway, int atOnce) {
        return new Intake(gateway, LONG, atOnce);
    }

    private static ConnectedAccount line(String kind) {
        TestLine adapter = new TestLine(kind, true);
        return new ConnectedAccount(new ChannelAccount("line", kind, new TestLine.Settings(null, "rahasia")), adapter);
    }

    private static InboundMessage message() {
        return InboundMessage.text("line", "M1", Instant.EPOCH, "test-push", new Address("line", "siti"), "halo");
    }

    private static WebhookAnswer answer() {
        return new WebhookAnswer(200, "text/plain", "ya".getBytes(StandardCharsets.UTF_8));
    }
}
