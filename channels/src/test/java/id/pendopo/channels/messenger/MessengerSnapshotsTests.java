package id.pendopo.channels.messenger;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.LineSnapshots;
import id.pendopo.channels.Sample;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.meta.MessagingShown;
import java.net.URI;
import java.time.Clock;

/** Messenger: the messages that are posted for a reply, in order. */
class MessengerSnapshotsTests extends LineSnapshots {

    private final MessagingShown messages = new MessagingShown(MessengerAdapter.APP);

    @Override
    protected ChannelAdapter adapter() {
        return new MessengerAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    }

    @Override
    protected Delivered deliver(Sample sample) {
        return messages.deliver(sample);
    }

    @Override
    protected void check(Sample sample, Delivered delivered) {
        messages.keepWhatTheyMust(sample);
        assertThat(messages.texts(sample)).allSatisfy(text -> {
            assertThat(text.codePointCount(0, text.length())).isBetween(1, 2000);
        });
    }
}
