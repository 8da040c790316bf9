package id.pendopo.channels.twiliowhatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.LineSnapshots;
import id.pendopo.channels.Sample;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.twilio.TwilioClient;
import id.pendopo.channels.twilio.TwilioMessages;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.stream.Collectors;

/** WhatsApp by Twilio: the bodies that are sent for a reply, each below its length. */
class TwilioWhatsAppSnapshotsTests extends LineSnapshots {

    private static final Address CITIZEN = new Address("line", "+6281234500011");

    private final TwilioWhatsAppAdapter adapter = new TwilioWhatsAppAdapter(
            Clock.systemUTC(),
            URI.create("https://desk.example.org"),
            new SimpleMeterRegistry(),
            TwilioClient.pooled());

    @Override
    protected ChannelAdapter adapter() {
        return adapter;
    }

    @Override
    protected Delivered deliver(Sample sample) {
        String text = text(sample);
        String shown = TwilioMessages.pieces(text).stream()
                .map(piece -> "[" + piece.length() + "]\n" + piece)
                .collect(Collectors.joining("\n"));
        return new Delivered(shown, text);
    }

    @Override
    protected void check(Sample sample, Delivered delivered) {
        assertThat(TwilioMessages.pieces(delivered.words()))
                .allSatisfy(piece -> assertThat(piece.length()).isBetween(1, 1600));
        assertThat(sample.choices())
                .allSatisfy(choice -> assertThat(delivered.words()).contains(". " + choice.label()));
    }

    private String text(Sample sample) {
        return adapter.text(sample.to(CITIZEN, sample.blocks()).message());
    }
}
