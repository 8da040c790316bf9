package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class IntakeTests {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final List<String> unanswered = new CopyOnWriteArrayList<>();
    private final Set<String> committed = new HashSet<>(Set.of("M1"));
    private final Doubts doubts = new Doubts(this::unanswered, Clock.systemUTC());
    private final CountDownLatch gate = new CountDownLatch(1);

    @Test
    void givesBackWhatTheMessagesWereAnsweredWith() {
        Intake intake = intake(
                arrivals -> arrivals.forEach(arrival -> arrival.answered().accept(answer())), 1);

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
    void sendsAwayWhatComesOnTopOfTooMuch() throws Exception {
        Intake intake = intake(_ -> waitAtTheGate(), 1);
        assertThatThrownBy(() -> intake.take(line("test-push"), List.of(message())))
                .isInstanceOf(DeskUnavailable.class)
                .hasMessage("the database is slow");

        assertThatThrownBy(() -> intake.take(line("test-push"), List.of(message())))
                .isInstanceOf(DeskUnavailable.class)
                .hasMessage("too many requests at once");
        gate.countDown();
    }

    @Test
    void sendsRepliesByTheOutboxWhenTheCommitCameTooLateAndNobodyAsksAgain() {
        Intake intake = intake(_ -> waitAtTheGate(), 2);
        for (String kind : List.of("test-once", "test-push")) {
            assertThatThrownBy(() -> intake.take(line(kind), List.of(message())))
                    .isInstanceOf(DeskUnavailable.class);
        }

        gate.countDown();

        await().until(() -> unanswered.size() == 1);
        intake.stop();
        assertThat(unanswered).containsExactly("line/M1");
    }

    @Test
    void sendsRepliesAfterwardsWhenACommitFailedButSucceededAllTheSame() {
        committed.clear();
        Intake intake = intake(
                _ -> {
                    throw new TransactionSystemException("the connection broke in the commit");
                },
                1);
        for (String kind : List.of("test-once", "test-push")) {
            assertThatThrownBy(() -> intake.take(line(kind), List.of(message())))
                    .isInstanceOf(DeskUnavailable.class);
        }
        doubts.settle("line");
        assertThat(unanswered).isEmpty();

        committed.add("M1");
        doubts.settle("line");
        doubts.settle("line");

        assertThat(unanswered).containsExactly("line/M1");
    }

    @Test
    void sendsNothingAfterwardsToACallerWhoCameAgain() {
        boolean[] broken = {true};
        Intake intake = intake(
                arrivals -> {
                    if (broken[0]) {
                        throw new TransactionSystemException("the connection broke in the commit");
                    }
                    arrivals.forEach(arrival -> arrival.answered().accept(answer()));
                },
                1);
        assertThatThrownBy(() -> intake.take(line("test-once"), List.of(message())))
                .isInstanceOf(DeskUnavailable.class);

        broken[0] = false;
        intake.take(line("test-once"), List.of(message()));
        doubts.settle("line");

        assertThat(unanswered).isEmpty();
    }

    private boolean unanswered(String account, String externalId) {
        return committed.contains(externalId) && unanswered.add(account + "/" + externalId);
    }

    /** As a commit does that is under way: it does not mind being told to stop. */
    private void waitAtTheGate() {
        boolean open = false;
        while (!open) {
            try {
                gate.await();
                open = true;
            } catch (InterruptedException told) {
                open = gate.getCount() == 0;
            }
        }
    }

    private Intake intake(InboundGateway gateway, int atOnce) {
        return new Intake(gateway, doubts, SHORT, atOnce);
    }

    private static Line line(String kind) {
        TestLine adapter = new TestLine(kind, true);
        return new Line(new ChannelAccount("line", kind, new TestLine.Settings(null, "rahasia")), adapter);
    }

    private static InboundMessage message() {
        return InboundMessage.text("line", "M1", Instant.EPOCH, "test-push", new Address("line", "siti"), "halo");
    }

    private static WebhookAnswer answer() {
        return new WebhookAnswer(200, "text/plain", "ya".getBytes(StandardCharsets.UTF_8));
    }
}
