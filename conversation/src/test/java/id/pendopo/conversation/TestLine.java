package id.pendopo.conversation;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.Metered;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A line that answers in the response, in plain words. Long answers are said in two parts. */
final class TestLine implements ChannelAdapter, Metered {

    /** Nothing to set. */
    record Settings() implements AccountSettings {

        @Override
        public URI apiBaseUrl() {
            return URI.create("http://127.0.0.1:1");
        }

        @Override
        public List<String> missing() {
            return List.of();
        }
    }

    private static final String KIND = "test-line";

    @Override
    public Capabilities capabilities() {
        return Capabilities.of(KIND, "test", Family.RICH, "form");
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return Settings.class;
    }

    @Override
    public void verify(ChannelAccount account, WebhookRequest request) {}

    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        throw new WebhookRejected(404, "this line has no webhook");
    }

    @Override
    public boolean answersInResponse(ChannelAccount account) {
        return true;
    }

    @Override
    public WebhookAnswer render(ChannelAccount account, TurnAnswer answer) {
        String text =
                answer.replies().stream().map(reply -> words(reply.message())).collect(Collectors.joining("\n"));
        return new WebhookAnswer(200, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) {
        return Optional.of("sent-" + message.id());
    }

    @Override
    public ChannelAccounts.Meter meter(ChannelAccount account, String text) {
        return new ChannelAccounts.Meter(KIND, text.length(), 160, 1 + text.length() / 161, 3, "");
    }

    /** A help text is said without its last block, which waits for LANJUT. */
    @Override
    public ChannelAccounts.Page page(ChannelAccount account, Locale language, List<Block> blocks) {
        return blocks.size() < 3
                ? new ChannelAccounts.Page(blocks, List.of())
                : new ChannelAccounts.Page(blocks.subList(0, 2), blocks.subList(2, blocks.size()));
    }

    @Override
    public int segments(ChannelAccount account, Locale language, List<Block> blocks) {
        return 1 + words(blocks).length() / 161;
    }

    static String words(OutboundMessage message) {
        return words(message.blocks());
    }

    private static String words(List<Block> blocks) {
        return blocks.stream().map(block -> words(block)).collect(Collectors.joining(" "));
    }

    private static String words(Block block) {
        return switch (block) {
            case Block.Text text -> text.text();
            case Block.HandoverNotice notice -> notice.text();
            case Block.CallStep step -> step.text();
            case Block.Choices choices -> choices.choices().toString();
            case Block.Source source -> source.title();
            case Block.Link link -> link.label();
            case Block.Media media -> media.caption();
            case Block.LocationRequest ask -> ask.prompt();
        };
    }
}
