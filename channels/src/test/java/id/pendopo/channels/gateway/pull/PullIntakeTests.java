package id.pendopo.channels.gateway.pull;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import id.pendopo.channels.Address;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox.DeskUnavailable;
import id.pendopo.channels.Turn;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import id.pendopo.channels.gateway.inbound.InboundGateway;
import id.pendopo.channels.gateway.inbound.Stopping;
import id.pendopo.channels.gateway.inbound.StoredInbox;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be taken in is put away, but not because the desk stops under it. */
class PullIntakeTests {

    private final InboundGateway gateway = mock();
    private final StoredInbox inbox = mock();
    private final Stopping stopping = mock();
    private final ConnectedAccount line = mock();
    private final PullIntake intake =
            new PullIntake(gateway, inbox, mock(), mock(), mock(), stopping, Clock.systemUTC());
    private final Turn.Mode.Pulled step = new Turn.Mode.Pulled("bot", 1, 42);

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
        when(adapter.capabilities()).thenReturn(Capabilities.unknown("telegram"));
        when(stopping.judge(any())).thenCallRealMethod();
        when(adapter.parse(any(), any())).thenReturn(new ChannelAdapter.Received(List.of(message), Optional.empty()));
        doThrow(new IllegalStateException("closed")).when(gateway).arrive(any());
    }

    @Test
    void putsAwayWhatCannotBeTakenIn() {
        intake.take(line, request(), step);

        verify(inbox).putAway(any(), eq("IllegalStateException"), eq(step));
    }

    @Test
    void leavesToTheProviderWhatFailsWhileTheDeskStops() {
        when(stopping.now()).thenReturn(true);

        assertThatThrownBy(() -> intake.take(line, request(), step)).isInstanceOf(DeskUnavailable.class);

        verify(inbox, never()).putAway(any(), any(), any());
    }

    private static Optional<WebhookRequest> request() {
        return Optional.of(
                new WebhookRequest("bot", "POST", URI.create("http://127.0.0.1/"), "", "", Map.of(), new byte[0]));
    }
}
