package id.pendopo.channels.ussd;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.Block.CallStep.Next;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.Choice;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.AllowedCallers;
import id.pendopo.channels.adapter.Apologizing;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.EarlierEvents;
import id.pendopo.channels.adapter.Metered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SharedSecret;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.adapter.WrittenElsewhere;
import id.pendopo.channels.texting.PlainText;
import id.pendopo.channels.texting.SmsText;
import id.pendopo.channels.texting.TextLine;
import id.pendopo.ui.CountryPack;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Speaks with gateways of USSD as Africa's Talking has them: each hop of a session is answered with a screen. */
@Component
final class UssdAdapter implements ChannelAdapter, Metered, WrittenElsewhere, Apologizing {

    static final String KIND = "ussd";

    private static final Capabilities CAPABILITIES =
            Capabilities.of(KIND, "ussd", Family.PAGE, "sms").withLongestMessage(1_000);

    private static final List<Locale> LANGUAGES = List.of(Locale.of("id"), Locale.ENGLISH);

    /** The key that the conversation knows as the menu. */
    private static final String MENU_KEY = "0";

    private final Clock clock;
    private final CountryPack pack;
    private final EarlierEvents earlier;

    @Autowired
    UssdAdapter(Clock clock, ObjectProvider<CountryPack> pack, ObjectProvider<EarlierEvents> earlier) {
        this(clock, pack.getIfAvailable(CountryPack::chosen), (account, ids) -> {
            EarlierEvents stored = earlier.getIfAvailable();
            return stored == null ? Set.of() : stored.known(account, ids);
        });
    }

    UssdAdapter(Clock clock, CountryPack pack, EarlierEvents earlier) {
        this.clock = clock;
        this.pack = pack;
        this.earlier = earlier;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return UssdProperties.class;
    }

    @Override
    public void verify(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        UssdProperties settings = account.settings(UssdProperties.class);
        AllowedCallers.of(settings.allowedIps()).verify(request);
        if (!settings.sharedSecret().isBlank()) {
            new SharedSecret(settings.sharedSecret()).verify(request);
        }
    }

    /** Another path than the account's own, with the secret or without, is something that we do not know. */
    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        String secret = account.settings(UssdProperties.class).sharedSecret();
        String path = secret.isBlank() ? request.path() : new SharedSecret(secret).path(request);
        WebhookForm form = WebhookForm.of(request);
        if (!path.isEmpty() && !path.equals("/")) {
            return Received.of();
        }
        return new Received(new UssdEvents(account, clock.instant(), pack, earlier).read(form), Optional.empty());
    }

    @Override
    public boolean answersInResponse(ChannelAccount account) {
        return true;
    }

    /** A dialogue goes on until the conversation says that it is over; nothing to say means that a person reads it. */
    @Override
    public WebhookAnswer render(ChannelAccount account, TurnAnswer answer) {
        if (answer.message().isEmpty() && answer.replies().isEmpty()) {
            return plain(""); // To what is no hop.
        }
        if (answer.replies().isEmpty()) {
            return plain(UssdWords.ENDS + new UssdWords(LANGUAGES.getFirst()).word("ussd.passed"));
        }
        UssdWords words = new UssdWords(answer.replies().getFirst().message().language());
        List<Block> blocks = answer.replies().stream()
                .flatMap(reply -> reply.message().blocks().stream())
                .toList();
        List<Block> shown = words.fits(blocks) ? blocks : words.first(blocks).now();
        return over(shown) ? plain(UssdWords.ENDS + words.say(shown)) : plain(goingOn(words, shown, answer.message()));
    }

    private static boolean over(List<Block> blocks) {
        return blocks.stream().anyMatch(block -> block instanceof Block.CallStep step && step.next() == Next.HANG_UP);
    }

    /** The way to the menu is shown where there is room and no menu. */
    private static String goingOn(UssdWords words, List<Block> blocks, Optional<InboundMessage> message) {
        String said = words.say(blocks);
        String beside = said + "\n" + words.menu();
        boolean menu = said.endsWith(words.menu())
                || message.filter(hop ->
                                hop.text().equals(MENU_KEY) || hop.choice().equals(Optional.of(Choice.MENU)))
                        .isPresent();
        return UssdWords.GOES_ON + (menu || !UssdWords.fits(beside) ? said : beside);
    }

    private static WebhookAnswer plain(String body) {
        return new WebhookAnswer(200, "text/plain;charset=UTF-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Anything but a screen would end the session without a word; nobody waits behind a notification. */
    @Override
    public Optional<WebhookAnswer> apology(ChannelAccount account, WebhookRequest request) {
        try {
            if (UssdEvents.notifies(WebhookForm.of(request))) {
                return Optional.empty();
            }
        } catch (WebhookRejected unreadable) {
            return Optional.empty();
        }
        String words = LANGUAGES.stream()
                .map(language -> new UssdWords(language).word("ussd.away"))
                .collect(Collectors.joining("\n"));
        return Optional.of(plain(UssdWords.ENDS + words));
    }

    /** A session is opened by who dials, never by the desk. */
    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed {
        throw new SendFailed(SendFailed.Outcome.PERMANENT, "session-only", Optional.empty());
    }

    @Override
    public Optional<Address> written(ChannelAccount account, Address person, ChannelAccounts lines) {
        return new TextLine(account.settings(UssdProperties.class).smsAccount()).of(person, lines);
    }

    @Override
    public ChannelAccounts.Meter meter(ChannelAccount account, String text) {
        SmsText measured = SmsText.measure(PlainText.of(text));
        String foreign = String.join("", new LinkedHashSet<>(measured.foreign()));
        return new ChannelAccounts.Meter(KIND, measured.units(), measured.fits(), 1, 1, foreign);
    }

    @Override
    public ChannelAccounts.Page page(ChannelAccount account, Locale language, List<Block> blocks) {
        return new UssdWords(language).first(blocks);
    }

    @Override
    public int segments(ChannelAccount account, Locale language, List<Block> blocks) {
        return new UssdWords(language).screens(blocks);
    }
}
