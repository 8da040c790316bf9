package id.pendopo.channels.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.TestLine;
import id.pendopo.channels.Turn;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageLengthTests {

    private static final Address CITIZEN = new Address("test", "+6281200001234");

    private final ChannelAdapter adapter = new TestLine("test-push", true);
    private final ConnectedAccount line = new ConnectedAccount(
            new ChannelAccount("test", adapter.capabilities().kind(), new TestLine.Settings(null, "rahasia")), adapter);

    @Test
    void keepsTheBeginningOfWhatIsTooLongAndSaysSo() {
        InboundMessage arrived = (InboundMessage) arrival(message("a".repeat(256 * 1024)));

        assertThat(arrived.text())
                .hasSize(adapter.capabilities().longestMessage())
                .endsWith("aa\u2026");
        assertThat(arrived.shortened()).isTrue();
    }

    @Test
    void countsCharactersWhateverTheirSizeInMemory() {
        InboundMessage fits =
                message("\uD83D\uDE4F".repeat(adapter.capabilities().longestMessage()));
        InboundMessage tooLong =
                message("\uD83D\uDE4F".repeat(adapter.capabilities().longestMessage() + 1));

        assertThat(arrival(fits)).isEqualTo(fits);
        assertThat(((InboundMessage) arrival(tooLong)).text().codePoints())
                .hasSize(adapter.capabilities().longestMessage());
    }

    @Test
    void cutsWhatAMessageWasChangedTo() {
        MessageChanged change =
                new MessageChanged("test", "m/edit", Instant.EPOCH, CITIZEN, "m", Optional.of("b".repeat(256 * 1024)));

        assertThat(((MessageChanged) arrival(change)).text().orElseThrow())
                .hasSize(adapter.capabilities().longestMessage());
    }

    @Test
    void takesMarksAwayThatNobodyCanRead() {
        String marks = "a" + "\u0301\u0323".repeat(100_000) + " b";

        assertThat(message(marks).text()).hasSize(33).endsWith(" b");
    }

    private InboundEvent arrival(InboundEvent event) {
        return Arrival.of(line, event, Turn.Mode.ON_TIME).event();
    }

    private static InboundMessage message(String text) {
        return InboundMessage.text("test", "m", Instant.EPOCH, "test", CITIZEN, text);
    }
}
