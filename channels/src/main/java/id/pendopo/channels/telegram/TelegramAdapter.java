package id.pendopo.channels.telegram;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.Acknowledging;
import id.pendopo.channels.adapter.FileSource;
import id.pendopo.channels.adapter.HealthCheck;
import id.pendopo.channels.adapter.Metered;
import id.pendopo.channels.adapter.PublicUrl;
import id.pendopo.channels.adapter.PullAdapter;
import id.pendopo.channels.adapter.SelfRegistering;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import id.pendopo.channels.adapter.StoredFiles;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.texting.FileDelivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboard;

/**
 * Speaks Telegram's protocol for bots.
 *
 * @see <a href="https://core.telegram.org/bots/api">Bot API</a>
 */
@Component
final class TelegramAdapter implements PullAdapter, SelfRegistering, Acknowledging, FileSource, Metered, HealthCheck {

    static final String KIND = "telegram";

    /** UTF-16 units of a message: https://core.telegram.org/bots/api#sendmessage */
    static final int LONGEST = 4096;

    private static final Capabilities CAPABILITIES =
            Capabilities.of(KIND, "telegram", Family.RICH, "app").withLongestMessage(LONGEST);

    /** https://core.telegram.org/bots/api#setwebhook: secret_token. */
    private static final String SECRET = "x-telegram-bot-api-secret-token";

    private final Clock clock;
    private final TelegramApi api;
    private final TelegramWords words;
    private final TelegramWebhook webhook;
    private final TelegramPolling polling;
    private final TelegramDownloads downloads;
    private final TelegramUploads uploads;
    private final StoredFiles files;

    @Autowired
    TelegramAdapter(Clock clock, ObjectProvider<Environment> environment, ObjectProvider<StoredFiles> files) {
        this(clock, PublicUrl.of(environment), StoredFiles.of(files));
    }

    /** Without files. */
    TelegramAdapter(Clock clock, URI publicUrl) {
        this(clock, publicUrl, _ -> Optional.empty());
    }

    TelegramAdapter(Clock clock, URI publicUrl, StoredFiles files) {
        OkHttpClient http = TelegramWire.client();
        this.clock = clock;
        this.files = files;
        this.uploads = new TelegramUploads(http);
        this.api = new TelegramApi(http);
        this.words = new TelegramWords(publicUrl);
        this.webhook = new TelegramWebhook(api, publicUrl);
        this.polling = new TelegramPolling(api, publicUrl, clock);
        this.downloads = new TelegramDownloads(api);
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return TelegramProperties.class;
    }

    @Override
    public void verify(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        TelegramProperties settings = account.settings(TelegramProperties.class);
        if (settings.polls()) {
            throw new WebhookRejected(403, "this line asks Telegram and is not called by it");
        }
        String secret = request.header(SECRET)
                .orElseThrow(() -> new WebhookRejected(403, "the secret token is missing or repeated"));
        byte[] expected = settings.webhookSecret().getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, secret.getBytes(StandardCharsets.UTF_8))) {
            throw new WebhookRejected(403, "the secret token does not fit: check webhook-secret");
        }
    }

    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        TelegramUpdate update = TelegramUpdate.read(request.body());
        return new Received(new TelegramEvents(account, clock.instant()).read(update), Optional.empty());
    }

    @Override
    public void register(ChannelAccount account) throws SendFailed {
        webhook.register(account);
    }

    @Override
    public void acknowledge(ChannelAccount account, WebhookRequest request) throws SendFailed {
        try {
            Optional<BotApiMethod<?>> acknowledgement = TelegramAcknowledgement.of(TelegramUpdate.read(request.body()));
            if (acknowledgement.isPresent()) {
                api.ask(account.settings(TelegramProperties.class), acknowledgement.get());
            }
        } catch (WebhookRejected unread) {
            throw new IllegalStateException("what was read before can be read again", unread);
        }
    }

    @Override
    public boolean pulls(ChannelAccount account) {
        return account.settings(TelegramProperties.class).polls();
    }

    @Override
    public PullSession open(ChannelAccount account, String source) {
        return last -> polling.pull(account, last);
    }

    @Override
    public byte[] fetch(ChannelAccount account, Attachment file) throws SendFailed, AttachmentRefused {
        return downloads.fetch(account.settings(TelegramProperties.class), file.ref());
    }

    @Override
    public boolean answersInResponse(ChannelAccount account) {
        return false;
    }

    @Override
    public WebhookAnswer render(ChannelAccount account, TurnAnswer answer) {
        return new WebhookAnswer(200, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed {
        OutboundMessage reply = message.message();
        TelegramProperties line = account.settings(TelegramProperties.class);
        String caption = words.caption(reply);
        FileDelivery sent = FileDelivery.ahead(reply, caption, (file, below) -> file(line, reply, file, below));
        return Optional.of(sent.then(rest -> say(account, rest)));
    }

    private Optional<String> file(TelegramProperties line, OutboundMessage reply, Block.Media file, String caption)
            throws SendFailed {
        Optional<StoredFiles.Content> content = files.of(file.attachment());
        return content.isEmpty()
                ? Optional.empty()
                : Optional.of(uploads.send(line, reply.to().value(), content.get(), caption));
    }

    /** Only a very long reply takes several messages; the buttons stand below the last. */
    private String say(ChannelAccount account, OutboundMessage message) throws SendFailed {
        List<String> pieces = pieces(words.say(message));
        if (pieces.isEmpty()) {
            throw new SendFailed(Outcome.PERMANENT, "empty", Optional.empty());
        }
        String id = "";
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            Optional<ReplyKeyboard> keyboard = last ? TelegramButtons.below(message) : Optional.empty();
            id = send(account, message, pieces.get(i), keyboard, i > 0);
        }
        return id;
    }

    /** When the beginning has arrived and the rest has not, nobody may simply begin again. */
    private String send(
            ChannelAccount account,
            OutboundMessage message,
            String text,
            Optional<ReplyKeyboard> keyboard,
            boolean begun)
            throws SendFailed {
        try {
            String chat = message.to().value();
            return api.send(account.settings(TelegramProperties.class), chat, text, keyboard);
        } catch (SendFailed failed) {
            if (begun && (failed.outcome() == Outcome.RETRY || failed.outcome() == Outcome.LIMITED)) {
                throw new SendFailed(Outcome.UNKNOWN, failed.code(), failed.retryAfter());
            }
            throw failed;
        }
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > LONGEST) {
            int space = Math.max(rest.lastIndexOf('\n', LONGEST), rest.lastIndexOf(' ', LONGEST));
            int end = space > 0 ? space : LONGEST;
            end = Character.isLowSurrogate(rest.charAt(end)) ? end - 1 : end;
            pieces.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    @Override
    public ChannelAccounts.Meter meter(ChannelAccount account, String text) {
        return new ChannelAccounts.Meter(KIND, text.length(), LONGEST, 1, 1, "");
    }

    /** https://core.telegram.org/bots/api#getme */
    @Override
    public List<Fact> health(ChannelAccount account) throws SendFailed {
        String name = api.ask(account.settings(TelegramProperties.class), new GetMe())
                .result()
                .path("username")
                .asString("");
        return name.isEmpty() ? List.of() : List.of(new Fact(Fact.Kind.NAME, "@" + name));
    }
}
