package id.pendopo.channels.kiosk;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Choice;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the kiosk's protocol: {@code {"visit": "7", "id": "7-1", "text": "ktp hilang"}} in, lines of text out. */
@Component
final class KioskAdapter implements ChannelAdapter {

    private static final Capabilities CAPABILITIES = Capabilities.of("kiosk", "kiosk", Family.RICH, "form");

    private final Clock clock;

    KioskAdapter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return KioskProperties.class;
    }

    @Override
    public void verify(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        String given = request.header("X-Kiosk-Secret").orElseThrow(() -> new WebhookRejected(401, "no single secret"));
        String secret = account.settings(KioskProperties.class).secret();
        if (!MessageDigest.isEqual(bytes(given), bytes(secret))) {
            throw new WebhookRejected(403, "the secret is not this line's");
        }
    }

    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        try {
            Typed typed = JsonMapper.shared().readValue(request.body(), Typed.class);
            Address visitor = new Address(account.name(), typed.visit());
            return Received.of(InboundMessage.text(
                    account.name(), typed.id(), clock.instant(), account.kind(), visitor, typed.text()));
        } catch (JacksonException unreadable) {
            throw new WebhookRejected(400, "not what a kiosk sends");
        }
    }

    @Override
    public boolean answersInResponse(ChannelAccount account) {
        return true;
    }

    @Override
    public WebhookAnswer render(ChannelAccount account, TurnAnswer answer) {
        List<String> lines = answer.replies().stream()
                .flatMap(reply -> reply.message().blocks().stream())
                .flatMap(KioskAdapter::lines)
                .toList();
        return new WebhookAnswer(200, "text/plain;charset=UTF-8", bytes(String.join("\n", lines)));
    }

    /** The visitor has left the hall. */
    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed {
        throw new SendFailed(SendFailed.Outcome.PERMANENT, "gone", Optional.empty());
    }

    private static Stream<String> lines(Block block) {
        return switch (block) {
            case Block.Text text -> Stream.of(text.text());
            case Block.Choices offered -> offered.choices().stream().map(Choice::label);
            case Block.Source source -> Stream.of(source.title());
            case Block.Link link -> Stream.of(link.label());
            case Block.Media media -> Stream.of(media.caption());
            case Block.LocationRequest place -> Stream.of(place.prompt());
            case Block.HandoverNotice notice -> Stream.of(notice.text());
            case Block.CallStep step -> Stream.of(step.text());
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Typed(String visit, String id, String text) {

        private Typed {
            if (visit == null || id == null || text == null) {
                throw new IllegalArgumentException("a visit, an id and a text");
            }
        }

        @Override
        public String toString() {
            return "Typed[REDACTED]";
        }
    }
}
