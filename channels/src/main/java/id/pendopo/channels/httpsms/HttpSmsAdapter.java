package id.pendopo.channels.httpsms;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.AllowedCallers;
import id.pendopo.channels.adapter.Metered;
import id.pendopo.channels.adapter.ProviderHttp;
import id.pendopo.channels.adapter.PublicUrl;
import id.pendopo.channels.adapter.PullAdapter;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SharedSecret;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.httpsms.HttpSmsProperties.Outbound;
import id.pendopo.channels.texting.SmsPages;
import id.pendopo.channels.texting.SmsWords;
import id.pendopo.channels.texting.TelephoneNumber;
import id.pendopo.ui.CountryPack;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Speaks with text-message gateways as their accounts describe them. */
@Component
final class HttpSmsAdapter implements PullAdapter, Metered {

    static final String KIND = "http-sms";

    private static final Capabilities CAPABILITIES = Capabilities.of(KIND, "sms", Family.SEGMENTED, "sms");
    private static final String REPORTS = "/status";

    private final Clock clock;
    private final URI publicUrl;
    private final CountryPack pack;
    private final ProviderHttp http = ProviderHttp.pooled();
    private final SmsWords words;
    private final SmsPages pages;

    @Autowired
    HttpSmsAdapter(Clock clock, ObjectProvider<Environment> environment, ObjectProvider<CountryPack> pack) {
        this(clock, PublicUrl.of(environment), pack.getIfAvailable(CountryPack::chosen));
    }

    HttpSmsAdapter(Clock clock, URI publicUrl, CountryPack pack) {
        this.clock = clock;
        this.publicUrl = publicUrl;
        this.pack = pack;
        this.words = SmsWords.of(publicUrl, pack);
        this.pages = new SmsPages(words);
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Class<? extends AccountSettings> settings() {
        return HttpSmsProperties.class;
    }

    @Override
    public void verify(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        HttpSmsProperties settings = account.settings(HttpSmsProperties.class);
        AllowedCallers.of(settings.allowedIps()).verify(request);
        if (!settings.secret().isBlank()) {
            new SharedSecret(settings.secret()).verify(request);
        }
        if (!settings.signature().key().isBlank()) {
            new HttpSmsSignature(settings.signature()).verify(request);
        }
    }

    @Override
    public Received parse(ChannelAccount account, WebhookRequest request) throws WebhookRejected {
        HttpSmsProperties settings = account.settings(HttpSmsProperties.class);
        HttpSmsFields fields = HttpSmsFields.of(request);
        HttpSmsEvents events = new HttpSmsEvents(account, clock.instant(), pack);
        boolean report = new SharedSecret(settings.secret()).path(request).equals(REPORTS);
        return new Received(report ? events.reports(fields) : events.messages(fields), Optional.empty());
    }

    @Override
    public boolean answersInResponse(ChannelAccount account) {
        return false;
    }

    @Override
    public WebhookAnswer render(ChannelAccount account, TurnAnswer answer) {
        HttpSmsProperties.Inbound inbound =
                account.settings(HttpSmsProperties.class).inbound();
        return new WebhookAnswer(200, inbound.answerType(), inbound.answer().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> send(ChannelAccount account, Rendered message) throws SendFailed {
        HttpSmsProperties settings = account.settings(HttpSmsProperties.class);
        Outbound outbound = settings.outbound();
        ProviderHttp.Answer answer = http.ask(request(settings, values(account, message)));
        HttpSmsFields fields = HttpSmsFields.of(answer.json());
        if (!answer.ok() || !fields.has(outbound.accepted())) {
            throw refused(answer, fields, outbound);
        }
        Optional<String> id = fields.value(outbound.id());
        if (id.isEmpty() && !outbound.id().isBlank() && outbound.accepted().isEmpty()) {
            throw new SendFailed(SendFailed.Outcome.UNKNOWN, "no id", Optional.empty());
        }
        return id;
    }

    /** A reason that the account knows decides; a status of 2xx with another reason is a no for ever. */
    private static SendFailed refused(ProviderHttp.Answer answer, HttpSmsFields fields, Outbound outbound) {
        Optional<String> reason = fields.value(outbound.error());
        if (reason.filter(outbound.retry()::contains).isPresent()) {
            return answer.refused(SendFailed.Outcome.RETRY, reason.get());
        }
        if (!answer.ok()) {
            return reason.map(code -> answer.refused(ProviderHttp.outcome(answer.status()), code))
                    .orElseGet(answer::refused);
        }
        return answer.refused(
                reason.isPresent() ? SendFailed.Outcome.PERMANENT : SendFailed.Outcome.UNKNOWN,
                reason.orElse("unreadable answer"));
    }

    /** What is sent, as it stands in the request. */
    String body(ChannelAccount account, Rendered message) throws SendFailed {
        Outbound outbound = account.settings(HttpSmsProperties.class).outbound();
        return new HttpSmsTemplate(outbound.body()).inBody(values(account, message));
    }

    /** @throws SendFailed for ever, when there is nothing to say */
    private Map<String, String> values(ChannelAccount account, Rendered message) throws SendFailed {
        String text = words.say(message.message().blocks(), message.message().language());
        if (text.isEmpty()) {
            throw new SendFailed(SendFailed.Outcome.PERMANENT, "empty", Optional.empty());
        }
        HttpSmsProperties settings = account.settings(HttpSmsProperties.class);
        String to = message.message().to().value();
        Map<String, String> values = new HashMap<>(settings.credentials());
        values.put("to", to);
        values.put("to-digits", to.replace("+", ""));
        values.put("to-local", TelephoneNumber.national(to));
        values.put("from", settings.from());
        values.put("text", text);
        values.put("id", "pendopo-" + account.name() + "-" + message.id());
        return values;
    }

    private static HttpRequest request(HttpSmsProperties settings, Map<String, String> values) {
        Outbound outbound = settings.outbound();
        HttpSmsTemplate body = new HttpSmsTemplate(outbound.body());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(settings.target(new HttpSmsTemplate(outbound.url()).inAddress(values)));
        Map<String, String> headers = new HashMap<>();
        headers.put(
                "content-type", body.isJson() ? "application/json" : "application/x-www-form-urlencoded;charset=UTF-8");
        outbound.headers()
                .forEach((name, value) ->
                        headers.put(name.toLowerCase(Locale.ROOT), new HttpSmsTemplate(value).inHeader(values)));
        if (outbound.body().isEmpty()) {
            headers.remove("content-type");
        }
        headers.forEach(request::header);
        return request.method(
                        outbound.method().toUpperCase(Locale.ROOT),
                        outbound.body().isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(body.inBody(values)))
                .build();
    }

    @Override
    public boolean pulls(ChannelAccount account) {
        return !account.settings(HttpSmsProperties.class).reports().poll().isBlank();
    }

    @Override
    public PullSession open(ChannelAccount account, String source) {
        return last -> pull(account, last);
    }

    /** What the gateway lists comes again and again; each report is kept once by its name. */
    private List<Pulled> pull(ChannelAccount account, Optional<Checkpoint> last) throws SendFailed {
        HttpSmsProperties settings = account.settings(HttpSmsProperties.class);
        if (last.isPresent()) {
            rest(settings);
        }
        String address = new HttpSmsTemplate(settings.reports().poll()).inAddress(settings.credentials());
        ProviderHttp.Answer answer =
                http.ask(HttpRequest.newBuilder(settings.target(address)).build());
        if (!answer.ok()) {
            throw answer.refused();
        }
        return List.of(new Pulled(
                clock.millis(),
                new WebhookRequest(account.name(), "POST", publicUrl, REPORTS, "", Map.of(), answer.body())));
    }

    private static void rest(HttpSmsProperties settings) throws SendFailed {
        try {
            Thread.sleep(settings.reports().every());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SendFailed(SendFailed.Outcome.RETRY, "stopping", Optional.empty());
        }
    }

    @Override
    public ChannelAccounts.Meter meter(ChannelAccount account, String text) {
        return SmsPages.meter(KIND, text);
    }

    @Override
    public ChannelAccounts.Page page(ChannelAccount account, Locale language, List<Block> blocks) {
        return pages.first(blocks, language);
    }

    @Override
    public int segments(ChannelAccount account, Locale language, List<Block> blocks) {
        return pages.segments(blocks, language);
    }
}
