package id.pendopo.channels.gateway.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import id.pendopo.channels.adapter.PullAdapter;
import id.pendopo.channels.adapter.PullAdapter.Checkpoint;
import id.pendopo.channels.adapter.PullAdapter.PullSession;
import id.pendopo.channels.adapter.PullAdapter.Pulled;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.ObjectProvider;

/** What a pulled line is asked over, and for how long. */
class PullLoopTests {

    private static final Duration BEAT = Duration.ofMillis(5);

    private final PullIntake intake = mock();
    private final PullPositions positions = mock();
    private final PullAdapter adapter = mock();
    private final ConnectedAccount line = mock();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final PullLeases leases = new PullLeases(positions, BEAT);
    private final List<String> happened = new ArrayList<>();
    private final PullPositions.Lease lease =
            new PullPositions.Lease("mail/INBOX", 7, Optional.of(new Checkpoint(41, Instant.EPOCH)));

    @BeforeEach
    void hasTheLine() {
        when(positions.lease("mail/INBOX")).thenReturn(Optional.of(lease));
        when(positions.renew(lease)).thenReturn(Optional.of(lease));
    }

    @AfterEach
    void stop() {
        leases.close();
    }

    private void run() {
        ObjectProvider<MeterRegistry> watched = mock();
        when(watched.getIfAvailable(any())).thenReturn(meters);
        new PullLoop(
                        new PullLoop.Source(line, adapter, "INBOX", "mail/INBOX"),
                        intake,
                        positions,
                        leases,
                        new PullFailures(watched),
                        stopping::get)
                .run();
    }

    private static Pulled mail(long position) {
        return new Pulled(position, mock(WebhookRequest.class));
    }

    /** A provider that says one thing after the other and then has nothing any more. */
    private final class Says implements PullSession {

        private final List<Object> said;

        Says(Object... said) {
            this.said = new ArrayList<>(List.of(said));
        }

        @Override
        public List<Pulled> pull(Optional<Checkpoint> last) throws SendFailed {
            happened.add("pull");
            Object next = said.removeFirst();
            if (said.isEmpty()) {
                stopping.set(next instanceof List<?> none && none.isEmpty());
            }
            if (next instanceof SendFailed failed) {
                throw failed;
            }
            return next instanceof Pulled one ? List.of(one) : List.of();
        }

        @Override
        public void taken(Pulled pulled) {
            happened.add("taken " + pulled.position());
        }

        @Override
        public void close() {
            happened.add("close");
        }
    }

    @Test
    void holdsASessionAndAcknowledgesWhatIsCommitted() throws Exception {
        when(adapter.open(any(), eq("INBOX"))).thenReturn(new Says(mail(42), mail(43), List.of()));
        Mockito.doAnswer(call -> happened.add("commit")).when(intake).take(any(), any(), any());

        run();

        assertThat(happened)
                .containsExactly("pull", "commit", "taken 42", "pull", "commit", "taken 43", "pull", "close");
        verify(adapter, times(1)).open(any(), any());
        verify(positions).release(lease);
    }

    @Test
    void opensAnewAfterAFailureAndLetsItBeSeen() throws Exception {
        SendFailed refused = new SendFailed(SendFailed.Outcome.RETRY, "login", Optional.of(Duration.ofMillis(1)));
        when(adapter.open(any(), eq("INBOX")))
                .thenThrow(refused)
                .thenReturn(new Says(mail(42), refused))
                .thenAnswer(_ -> {
                    assertThat(meters.get("pendopo.channels.line.unasked")
                                    .gauge()
                                    .value())
                            .isEqualTo(1);
                    return new Says(List.of());
                });

        run();

        assertThat(happened).containsExactly("pull", "taken 42", "pull", "close", "pull", "close");
        assertThat(meters.get("pendopo.channels.line.unasked").gauge().value()).isZero();
    }

    @Test
    void acknowledgesNothingThatWasNotCommitted() throws Exception {
        when(adapter.open(any(), eq("INBOX")))
                .thenReturn(new Says(mail(42), List.of()))
                .thenReturn(new Says(List.of()));
        doThrow(new PullPositions.LeaseLost("mail/INBOX")).when(intake).take(any(), any(), any());

        run();

        assertThat(happened).containsExactly("pull", "close", "pull", "close");
        verify(positions, times(2)).lease("mail/INBOX");
    }

    @Test
    void keepsTheLineHoweverLongAQuestionTakes() throws Exception {
        CountDownLatch beats = new CountDownLatch(5);
        when(positions.renew(lease)).thenAnswer(_ -> {
            beats.countDown();
            return Optional.of(lease);
        });
        when(adapter.open(any(), any())).thenReturn(last -> {
            stopping.set(true);
            assertThat(awaited(beats)).isTrue();
            return List.of();
        });

        run();
    }

    @Test
    void closesASessionWhoseLineIsLost() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        when(positions.renew(lease)).thenReturn(Optional.empty());
        when(adapter.open(any(), any())).thenReturn(new PullSession() {
            @Override
            public List<Pulled> pull(Optional<Checkpoint> last) {
                stopping.set(true);
                assertThat(awaited(closed)).isTrue();
                return List.of();
            }

            @Override
            public void close() {
                closed.countDown();
            }
        });

        run();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException ends) {
            throw new IllegalStateException(ends);
        }
    }
}
