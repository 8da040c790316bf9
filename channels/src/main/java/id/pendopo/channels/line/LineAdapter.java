package id.pendopo.channels.line;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.Acknowledging;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.Download;
import id.pendopo.channels.adapter.FileSource;
import id.pendopo.channels.adapter.HealthCheck;
import id.pendopo.channels.adapter.HmacSha256;
import id.pendopo.channels.adapter.PublicUrl;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookJson;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Speaks LINE by the Messaging API.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/">Messaging API reference</a>
 */
@Component
final class LineAdapter implements ChannelAdapter, Acknowledging, FileSource, HealthCheck {

    static final String KIND = "line";

    private static final Capabilities CAPABILITIES = Capabilities.of(KIND, "line", Family.RICH, "app");

    private static final WebhookAnswer THANKS = new WebhookAnswer(200, "text/plain;charset=UTF-8", new byte[0]);

    /** Something in the request is not as it should be: https://developers.line.biz/en/reference/messaging-api/#status-codes */
    private static final String REFUSED = "http 400";

    private final Clock clock;
    private final LineApi api = new LineApi();
    private final Download download = new Download(Set.of());
    private final LineMessages messages;

    @Autowired
    LineAdapter(Clock clock, ObjectProvider<Environment> environment) {
        this(clock, PublicUrl.of(environment));
    }

    LineAdapter(Clock clock, URI publicUrl) {
        this.clock = clock;
        this.messages = new LineMessages(publicUrl);
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return LineProperties.class;
    }

    /** https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/ */
    @Override
    public void verify(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        String signature = request.header("x-line-signature")
                .orElseThrow(() -> new WebhookRejected(401, "X-Line-Signature is missing or repeated"));
        byte[] expected = new HmacSha256(line(account).channelSecret()).of(request.body());
        if (!HmacSha256.equal(signature, Base64.getEncoder().encodeToString(expected))) {
            throw new WebhookRejected(403, "X-Line-Signature does not fit: check the channel secret");
        }
    }

    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        return new Received(events(account, request), Optional.of(THANKS));
    }

    private List<InboundEvent> events(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        return new LineEvents(account, clock.instant()).read(WebhookJson.object(request));
    }

    @Override
    public boolean answersInResponse(ChannelAccount account) {
        return false;
    }

    @Override
    public WebhookAnswer render(ChannelAccount account, TurnAnswer answer) {
        return THANKS;
    }

    /** What LINE refuses goes without pictures, with a link for each: a request is refused whole, and nothing of it was sent. */
    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed {
        List<Map<String, Object>> bubbles = messages.of(message.message());
        List<Map<String, Object>> linked = messages.linked(message.message());
        try {
            return send(account, message, bubbles);
        } catch (SendFailed refused) {
            if (!refused.code().equals(REFUSED) || bubbles.equals(linked)) {
                throw refused;
            }
            return send(account, message, linked);
        }
    }

    private Optional<String> send(ChannelAccount account, Rendered message, List<Map<String, Object>> bubbles)
            throws SendFailed {
        Optional<String> id = Optional.empty();
        int begin = 0;
        if (message.replyHandle().isPresent()) {
            List<Map<String, Object>> first = bubbles.subList(0, Math.min(LineApi.AT_ONCE, bubbles.size()));
            try {
                id = api.reply(line(account), message.replyHandle().get().token(), first);
                begin = first.size();
            } catch (SendFailed refused) {
                if (refused.outcome() != Outcome.PERMANENT) {
                    throw refused;
                }
                // The token ended meanwhile, or a server that went down had used it.
            }
        }
        return begin < bubbles.size() ? push(account, message, bubbles, begin) : id;
    }

    /** @param begin how many went out as an answer: those cannot be tried again, so that a person decides about the rest */
    private Optional<String> push(
            ChannelAccount account, Rendered message, List<Map<String, Object>> bubbles, int begin) throws SendFailed {
        Optional<String> id = Optional.empty();
        try {
            for (int from = begin; from < bubbles.size(); from += LineApi.AT_ONCE) {
                int to = Math.min(from + LineApi.AT_ONCE, bubbles.size());
                id = api.push(
                        line(account),
                        message.message().to().value(),
                        bubbles.subList(from, to),
                        message.id() + "/" + from);
            }
            return id;
        } catch (SendFailed failed) {
            throw begin > 0 ? new SendFailed(Outcome.PERMANENT, "in part", Optional.empty()) : failed;
        }
    }

    @Override
    public void acknowledge(ChannelAccount account, WebhookRequest request) throws SendFailed {
        try {
            List<String> people = events(account, request).stream()
                    .filter(InboundMessage.class::isInstance)
                    .map(event -> ((InboundMessage) event).from())
                    .map(Address::value)
                    .distinct()
                    .toList();
            for (String person : people) {
                api.loading(line(account), person);
            }
        } catch (WebhookRejected unreadable) {
            throw new SendFailed(Outcome.PERMANENT, "unreadable", Optional.empty());
        }
    }

    /** https://developers.line.biz/en/reference/messaging-api/#get-content; 202 while LINE prepares a video. */
    @Override
    public byte[] fetch(ChannelAccount account, Attachment file) throws SendFailed, AttachmentRefused {
        if (!file.ref().matches("[0-9]{1,32}")) {
            throw new AttachmentRefused(AttachmentRefused.Reason.ELSEWHERE);
        }
        LineProperties line = line(account);
        String base = line.dataBaseUrl().toString().replaceAll("/+$", "");
        return download.get(
                line.dataBaseUrl(),
                base + "/v2/bot/message/" + file.ref() + "/content",
                Map.of("Authorization", "Bearer " + line.accessToken()));
    }

    private static LineProperties line(ChannelAccount account) {
        return account.settings(LineProperties.class);
    }

    @Override
    public List<Fact> health(ChannelAccount account) throws SendFailed {
        return api.name(account.settings(LineProperties.class))
                .map(name -> List.of(new Fact(Fact.Kind.NAME, name)))
                .orElse(List.of());
    }
}
