package id.pendopo.channels.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.LineSnapshots;
import id.pendopo.channels.Sample;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.meta.MessagingShown;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Instagram: the messages that are posted for a reply, in order. */
class InstagramSnapshotsTests extends LineSnapshots {

    private final MessagingShown messages = new MessagingShown(InstagramAdapter.APP);

    @Override
    protected ChannelAdapter adapter() {
        return new InstagramAdapter(Clock.systemUTC(), URI.create("https://desk.example.org"));
    }

    @Override
    protected Delivered deliver(Sample sample) {
        return messages.deliver(sample);
    }

    @Override
    protected void check(Sample sample, Delivered delivered) {
        messages.keepWhatTheyMust(sample);
        assertThat(messages.texts(sample)).allSatisfy(text -> {
            assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 1000);
        });
    }
}
