package id.pendopo.channels.web;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The web chat as a line: no provider stands between, the citizen's browser reads what the outbox holds. */
@Component
public final class WebAdapter implements ChannelAdapter {

    public static final String KIND = "web";

    private static final Capabilities CAPABILITIES = Capabilities.of(KIND, "web", Family.RICH, "web")
            .withLongestMessage(ChatMessage.MAX_CHARACTERS)
            .withPassingAddresses();

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return WebProperties.class;
    }

    /** A web chat has no webhook: its messages come to {@code /api/chat} with the session's token. */
    @Override
    public void verify(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        throw new WebhookRejected(404, "a web chat has no webhook; use /api/chat");
    }

    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        throw new WebhookRejected(404, "a web chat has no webhook; use /api/chat");
    }

    @Override
    public boolean answersInResponse(ChannelAccount account) {
        return true;
    }

    @Override
    public WebhookAnswer render(ChannelAccount account, TurnAnswer turn) {
        Answer answer = new Answer(
                turn.turn(),
                turn.replies().stream().map(reply -> Reply.of(reply.message())).toList());
        return new WebhookAnswer(200, "application/json", JsonMapper.shared().writeValueAsBytes(answer));
    }

    /** Nothing to do: the committed row itself is what the citizen's stream and page show. */
    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) {
        return Optional.empty();
    }

    private record Answer(long turn, List<Reply> replies) {}
}
