package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be taken in is put away, but not because the desk stops under it. */
class PullIntakeTests {

    private final InboundGateway gateway = mock();
    private final JdbcInbox inbox = mock();
    private final Stopping stopping = new Stopping();
    private final Line line = mock();
    private final PullIntake intake =
            new PullIntake(gateway, inbox, mock(), mock(), mock(), stopping, Clock.systemUTC());
    private final PullPositions.Step step =
            new PullPositions.Step(new PullPositions.Lease("bot", 1, OptionalLong.empty(), Instant.EPOCH), 42);

    @BeforeEach
    void failsWhateverComes() throws Exception {
        InboundMessage message =
                InboundMessage.text("bot", "42", Instant.EPOCH, "telegram", new Address("bot", "5550001"), "halo");
        ChannelAdapter adapter = mock();
        ChannelAccount account = mock();
        when(account.kind()).thenReturn("telegram");
        when(line.name()).thenReturn("bot");
        when(line.account()).thenReturn(account);
        when(line.adapter()).thenReturn(adapter);
        when(adapter.parse(any(), any())).thenReturn(new ChannelAdapter.Received(List.of(message), Optional.empty()));
        doThrow(new IllegalStateException("closed")).when(gateway).arrive(any());
    }

    @Test
    void putsAwayWhatCannotBeTakenIn() {
        intake.take(line, request(), step);

        verify(inbox).putAway(any(), eq("IllegalStateException"));
    }

    @Test
    void leavesToTheProviderWhatFailsWhileTheDeskStops() {
        stopping.begin();

        assertThatThrownBy(() -> intake.take(line, request(), step)).isInstanceOf(DeskUnavailable.class);

        verify(inbox, never()).putAway(any(), any());
    }

    private static WebhookRequest request() {
        return new WebhookRequest("bot", "POST", URI.create("http://127.0.0.1/"), "", "", Map.of(), new byte[0]);
    }
}
