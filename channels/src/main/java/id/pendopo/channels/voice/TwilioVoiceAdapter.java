package id.pendopo.channels.voice;

import com.twilio.http.HttpClient;
import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Address;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.AttachmentRefused;
import id.pendopo.channels.Block;
import id.pendopo.channels.Block.CallStep.Next;
import id.pendopo.channels.Call;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.Choice;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.FileSource;
import id.pendopo.channels.adapter.HealthCheck;
import id.pendopo.channels.adapter.Metered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.adapter.WrittenElsewhere;
import id.pendopo.channels.texting.TextLine;
import id.pendopo.channels.twilio.TwilioClient;
import id.pendopo.channels.twilio.TwilioFiles;
import id.pendopo.channels.twilio.TwilioHealth;
import id.pendopo.channels.twilio.TwilioWebhook;
import id.pendopo.ui.Agency;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/**
 * Speaks Twilio's protocol for calls: each webhook is a step of a call, and its response says what the caller hears.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml">Twilio's calls</a>
 */
@Component
public final class TwilioVoiceAdapter implements ChannelAdapter, FileSource, WrittenElsewhere, Metered, HealthCheck {

    public static final String KIND = "twilio-voice";

    private final TwilioHealth health = new TwilioHealth();
    private static final Capabilities CAPABILITIES = Capabilities.of(KIND, "voice", Family.SPOKEN, "voice");

    /** Twilio calls this address when ours failed: https://www.twilio.com/docs/voice/twiml#fallback-urls */
    private static final String FALLBACK = "/fallback";

    private final TwilioFiles files = new TwilioFiles();
    private final Clock clock;
    private final Supplier<String> agency;
    private final String root;
    private final String publicUrl;
    private final TwilioCalls calls;

    @Autowired
    TwilioVoiceAdapter(Clock clock, ObjectProvider<Environment> environment, ObjectProvider<Agency> agency) {
        this(
                clock,
                environment.getIfAvailable(StandardEnvironment::new),
                () -> agency.stream().map(Agency::name).findFirst().orElse(""),
                TwilioClient.pooled());
    }

    /** @param agency the name by which a caller is greeted; blank: none is said */
    TwilioVoiceAdapter(
            Clock clock, Environment environment, Supplier<String> agency, Function<URI, HttpClient> clients) {
        this.clock = clock;
        this.agency = agency;
        this.publicUrl = environment.getProperty("pendopo.public-url", "").replaceAll("/+$", "");
        this.calls = new TwilioCalls(clients);
        String path = URI.create(publicUrl).getPath();
        this.root = path == null ? "" : path.replaceAll("/+$", "");
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return TwilioVoiceProperties.class;
    }

    @Override
    public void verify(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        TwilioWebhook.verify(request, account.settings(TwilioVoiceProperties.class));
    }

    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        Optional<WebhookForm> form = TwilioWebhook.form(request);
        if (form.isEmpty()) {
            return Received.of();
        }
        if (request.path().equals(FALLBACK)) {
            return new Received(List.of(), Optional.of(apology(account, form.get())));
        }
        Optional<Confirmation> asked = Confirmation.read(request.path());
        if (asked.isPresent() && !form.get().value("Digits").equals(Optional.of(Confirmation.KEY))) {
            return new Received(List.of(), Optional.of(askedAgain(account, asked.get())));
        }
        TwilioVoiceProperties settings = account.settings(TwilioVoiceProperties.class);
        Step step = Step.read(request.path(), request.query());
        return new Received(
                new VoiceEvents(account, settings, step, clock.instant()).read(request.path(), form.get()),
                Optional.empty());
    }

    /** Needs neither the database nor the conversation: asks for patience and tries again where it failed, twice. */
    private WebhookAnswer apology(ChannelAccount account, WebhookForm form) {
        Retry retry = Retry.of(form.value("ErrorUrl").orElse(""), account.name());
        CallScript script = new CallScript(Tongue.INDONESIAN, root + retry.address());
        String key = retry.exhausted() ? "voice.fallback.over" : "voice.fallback";
        for (Tongue tongue : Tongue.values()) {
            script.say(List.of(new VoiceWords.Line(tongue, VoiceWords.text(key, tongue))));
        }
        return retry.exhausted() ? script.hangUp() : script.wait(Retry.SECONDS);
    }

    @Override
    public byte[] fetch(ChannelAccount account, Attachment file) throws SendFailed, AttachmentRefused {
        return files.fetch(account.settings(TwilioVoiceProperties.class), file.ref());
    }

    @Override
    public boolean answersInResponse(ChannelAccount account) {
        return true;
    }

    @Override
    public WebhookAnswer render(ChannelAccount account, TurnAnswer answer) {
        if (answer.message().isEmpty() && answer.replies().isEmpty()) {
            return CallScript.NOTHING; // To what is no answer of a caller.
        }
        String happened = answer.message().flatMap(InboundMessage::choice).orElse("");
        return script(account, happened, answer.turn(), answer.replies());
    }

    private WebhookAnswer script(ChannelAccount account, String happened, long turn, List<Rendered> replies) {
        List<Block> blocks = replies.stream()
                .flatMap(reply -> reply.message().blocks().stream())
                .toList();
        Tongue tongue = Tongue.of(
                replies.isEmpty()
                        ? Locale.of("id")
                        : replies.getFirst().message().language());
        String action = root + Step.address(account.name(), turn, Call.misses(happened));
        CallScript script = new CallScript(tongue, action);
        greet(script, happened);
        script.say(VoiceWords.of(blocks, tongue));
        if (blocks.isEmpty()) {
            script.say("voice.passed");
        }
        return ending(account, script, blocks, tongue);
    }

    private void greet(CallScript script, String happened) {
        int misses = Call.misses(happened);
        String greeting = agency.get();
        if (happened.equals(Call.ANSWERED) && !greeting.isBlank()) {
            script.say("voice.welcome", greeting);
        } else if (misses > 0) {
            String missed = happened.startsWith(Call.SILENT) ? "voice.silent" : "voice.unheard";
            script.say(misses == 1 ? missed : missed + ".again");
        }
        if (misses == 2) {
            script.say("voice.keys");
        }
    }

    private WebhookAnswer ending(ChannelAccount account, CallScript script, List<Block> blocks, Tongue tongue) {
        TwilioVoiceProperties settings = account.settings(TwilioVoiceProperties.class);
        boolean person = blocks.stream().anyMatch(Block.HandoverNotice.class::isInstance);
        if (person && !settings.agentNumber().isBlank()) {
            return script.connect(settings.agentNumber(), settings.from());
        }
        if (person) {
            return script.say("voice.nobody").record(transcribed(account, tongue));
        }
        Optional<Next> next = blocks.stream()
                .filter(Block.CallStep.class::isInstance)
                .map(block -> ((Block.CallStep) block).next())
                .findFirst();
        if (next.isPresent()) {
            return switch (next.get()) {
                case RECORD -> script.record(transcribed(account, tongue));
                case HANG_UP -> script.hangUp();
            };
        }
        return script.listen(offersChoices(blocks), VoiceWords.hints(blocks));
    }

    private static boolean offersChoices(List<Block> blocks) {
        return blocks.stream()
                .anyMatch(block -> block instanceof Block.Choices offered
                        && !offered.choices().isEmpty());
    }

    /** Twilio understands English alone: https://www.twilio.com/docs/voice/twiml/record#transcribe */
    private String transcribed(ChannelAccount account, Tongue tongue) {
        return tongue == Tongue.ENGLISH ? root + "/webhooks/" + account.name() + "/transcribed" : "";
    }

    /** By text message, from the line that was chosen for it or the first that there is. */
    @Override
    public Optional<Address> written(ChannelAccount account, Address person, ChannelAccounts lines) {
        return new TextLine(account.settings(TwilioVoiceProperties.class).smsAccount()).of(person, lines);
    }

    /**
     * Nobody is called but who is asked to {@linkplain Choice#CONFIRM confirm} something: what cannot be written to a citizen
     * waits for a person who calls back.
     */
    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed {
        List<Block> blocks = message.message().blocks();
        Confirmation asked = Confirmation.asked(blocks)
                .orElseThrow(() -> new SendFailed(SendFailed.Outcome.PERMANENT, "call-only", Optional.empty()));
        Tongue tongue = Tongue.of(message.message().language());
        WebhookAnswer script = new CallScript(tongue, publicUrl + asked.address(account.name()))
                .say(VoiceWords.of(blocks, tongue))
                .confirm();
        return Optional.of(calls.call(
                account.settings(TwilioVoiceProperties.class),
                message.message().to().value(),
                script,
                URI.create(publicUrl + "/webhooks/" + account.name() + Confirmation.REPORTS)));
    }

    /** Another key than the one that confirms: asked again, without a turn. */
    private WebhookAnswer askedAgain(ChannelAccount account, Confirmation asked) {
        CallScript script = new CallScript(Tongue.INDONESIAN, publicUrl + asked.address(account.name()));
        for (Tongue tongue : Tongue.values()) {
            script.say(List.of(new VoiceWords.Line(tongue, VoiceWords.text("voice.confirm", tongue))));
        }
        return script.confirm();
    }

    @Override
    public ChannelAccounts.Meter meter(ChannelAccount account, String text) {
        return new ChannelAccounts.Meter(KIND, text.length(), text.length(), 1, 1, "");
    }

    @Override
    public List<Fact> health(ChannelAccount account) throws SendFailed {
        return health.of(account.settings(TwilioVoiceProperties.class));
    }
}
