package id.pendopo.channels;

import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.Metered;
import id.pendopo.channels.adapter.Reconcilable;
import id.pendopo.channels.adapter.Recoverable;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A line of our own for tests: a line of text per event, a shared secret in a header. Its provider is this object too:
 * it notes what was sent and does with it what a test told it.
 */
public class TestLine implements ChannelAdapter, Metered, Reconcilable {

    private final String kind;
    private final boolean answersInResponse;
    private final List<Rendered> sent = new CopyOnWriteArrayList<>();
    private final Set<Long> inFlight = ConcurrentHashMap.newKeySet();
    private volatile Provider provider = message -> Optional.of("p" + message.id());
    private volatile List<InboundMessage> missed = List.of();
    private volatile int atOnce = Integer.MAX_VALUE;
    private volatile boolean endless;
    private final AtomicInteger askedForMissed = new AtomicInteger();
    private volatile Memory memory = _ -> Optional.empty();

    public TestLine(String kind, boolean answersInResponse) {
        this.kind = kind;
        this.answersInResponse = answersInResponse;
    }

    /** What the other side does with a message. */
    public interface Provider {
        Optional<String> take(Rendered message) throws SendFailed;
    }

    /** The secret is the whole configuration. */
    public record Settings(
            @DefaultValue("http://127.0.0.1:1") URI apiBaseUrl,
            @DefaultValue("") String secret) implements AccountSettings {

        @Override
        public List<String> missing() {
            return secret.isEmpty() ? List.of("secret") : List.of();
        }

        @Override
        public String toString() {
            return "Settings[" + apiBaseUrl + "]";
        }
    }

    public void provider(Provider behaviour) {
        provider = behaviour;
    }

    public void holds(List<InboundMessage> messages) {
        missed = messages;
        atOnce = Integer.MAX_VALUE;
        endless = false;
        askedForMissed.set(0);
    }

    /** Shows no more than so many of what it holds at once: the latest. */
    public void shows(int messages) {
        atOnce = messages;
    }

    /** Whatever time it is asked for, it has more than it shows. */
    public void neverEnds() {
        endless = true;
    }

    public int askedForMissed() {
        return askedForMissed.get();
    }

    /** Can be asked from now on for what it took: these ids by the outbound row's id, or an error. */
    public void remembers(Memory of) {
        memory = of;
    }

    /** What the other side knows. */
    public interface Memory {
        Optional<Map<Long, String>> find(List<Trial> messages) throws SendFailed;
    }

    @Override
    public Optional<Map<Long, String>> trace(ChannelAccount account, List<Trial> messages) throws SendFailed {
        return memory.find(messages);
    }

    /** What was sent to a conversation, in order. */
    public List<Rendered> sentTo(long conversation) {
        return sent.stream()
                .filter(message -> message.message().conversation() == conversation)
                .toList();
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.of(kind, "test", Capabilities.Family.RICH, "form");
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return Settings.class;
    }

    @Override
    public void verify(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        String secret = request.header("X-Secret").orElseThrow(() -> new WebhookRejected(401, "no single secret"));
        if (!secret.equals(account.settings(Settings.class).secret())) {
            throw new WebhookRejected(403, "wrong secret");
        }
    }

    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        List<InboundEvent> events = new ArrayList<>();
        for (String line :
                new String(request.body(), StandardCharsets.UTF_8).lines().toList()) {
            event(account.name(), line.split(" ", 4)).ifPresent(events::add);
        }
        return new Received(events, Optional.empty());
    }

    private Optional<InboundEvent> event(String account, String[] words) throws WebhookRejected {
        Instant at = Instant.parse("2026-03-20T13:15:00Z");
        return switch (words[0]) {
            case "message" ->
                Optional.of(InboundMessage.text(account, words[1], at, kind, new Address(account, words[2]), words[3]));
            case "report" ->
                Optional.of(new DeliveryReport(
                        account,
                        words[1] + "/" + words[2],
                        at,
                        Optional.of(words[1]),
                        Optional.empty(),
                        DeliveryReport.Status.valueOf(words[2]),
                        Optional.empty()));
            case "edited" ->
                Optional.of(new MessageChanged(
                        account,
                        words[1] + "/edit",
                        at,
                        new Address(account, words[2]),
                        words[1],
                        Optional.of(words[3])));
            case "address" ->
                Optional.of(new AddressEvent(
                        account, words[1], at, new Address(account, words[2]), AddressEvent.What.valueOf(words[3])));
            case "typing" -> Optional.empty();
            default -> throw new WebhookRejected(400, "a line starts with a word that is no event");
        };
    }

    @Override
    public boolean answersInResponse(ChannelAccount account) {
        return answersInResponse;
    }

    @Override
    public WebhookAnswer render(ChannelAccount account, TurnAnswer answer) {
        String text = answer.replies().stream()
                .map(reply -> reply.id() + ": " + words(reply.message()))
                .collect(Collectors.joining("\n"));
        return new WebhookAnswer(200, "text/plain;charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static String words(OutboundMessage message) {
        return message.blocks().stream()
                .filter(Block.Text.class::isInstance)
                .map(block -> ((Block.Text) block).text())
                .collect(Collectors.joining(" "));
    }

    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed {
        long conversation = message.message().conversation();
        if (!inFlight.add(conversation)) {
            throw new IllegalStateException("two sends in flight for one conversation");
        }
        try {
            sent.add(message);
            return provider.take(message);
        } finally {
            inFlight.remove(conversation);
        }
    }

    @Override
    public ChannelAccounts.Meter meter(ChannelAccount account, String text) {
        return new ChannelAccounts.Meter(kind, text.length(), 1000, 1, 1, "");
    }

    /** One whose provider does not repeat. */
    public static final class Once extends TestLine implements Recoverable {

        public Once(String kind) {
            super(kind, true);
        }

        @Override
        public Missed missed(ChannelAccount account, Instant since, Optional<Instant> until) {
            return held(since, until);
        }
    }

    Recoverable.Missed held(Instant since, Optional<Instant> until) {
        askedForMissed.incrementAndGet();
        List<InboundEvent> within = missed.stream()
                .filter(message -> !message.at().isBefore(since))
                .filter(message -> until.isEmpty() || message.at().isBefore(until.get()))
                .map(InboundEvent.class::cast)
                .toList();
        int more = within.size() - atOnce;
        return new Recoverable.Missed(
                more > 0 ? within.subList(more, within.size()) : within, more <= 0 && !endless, Optional.empty());
    }
}
