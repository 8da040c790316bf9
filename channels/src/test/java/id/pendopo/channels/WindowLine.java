package id.pendopo.channels;

import id.pendopo.channels.adapter.Templated;
import id.pendopo.channels.adapter.window.MessageTemplate;
import id.pendopo.channels.adapter.window.TextFallback;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A line of our own with a reply window: 24 hours for anybody, 7 days for people at the desk. */
public final class WindowLine extends TestLine implements Templated, TextFallback {

    private volatile Optional<String> reply = Optional.empty();
    private volatile Optional<String> texts = Optional.empty();
    private volatile List<MessageTemplate> templates = List.of();

    WindowLine() {
        super("test-window", false);
    }

    /** Names the template of its settings. */
    public void replyTemplate(String name) {
        reply = Optional.of(name);
    }

    /** Names the account for text messages of its settings. */
    public void textsBy(String account) {
        texts = Optional.of(account);
    }

    public void keeps(MessageTemplate... some) {
        templates = List.of(some);
    }

    public void reset() {
        reply = Optional.empty();
        texts = Optional.empty();
        templates = List.of();
        provider(message -> Optional.of("p" + message.id()));
    }

    @Override
    public Capabilities capabilities() {
        return super.capabilities().withReplyWindow(Duration.ofHours(24), Duration.ofDays(7));
    }

    @Override
    public List<MessageTemplate> templates(ChannelAccount account) {
        return templates;
    }

    @Override
    public Optional<String> replyTemplate(ChannelAccount account) {
        return reply;
    }

    @Override
    public String asText(OutboundMessage message) {
        return words(message.blocks());
    }

    private static String words(List<Block> blocks) {
        return blocks.stream()
                .map(block -> ((Block.Text) block).text())
                .findFirst()
                .orElse("");
    }

    @Override
    public Optional<Address> byText(ChannelAccount account, Address person, ChannelAccounts lines) {
        return texts.flatMap(lines::find).map(line -> new Address(line.name(), person.value()));
    }
}
