package id.pendopo.channels.sms;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.twilio.TwilioClient;
import id.pendopo.ui.CountryPack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;

/** A test of the adapter with a client of Twilio's library that answers what it is told. */
abstract class TwilioSmsTest {

    static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    static final Locale ID = Locale.of("id");
    static final URI PUBLIC = URI.create("https://desa.example.id");
    static final String TOKEN = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    static final String SIGNED = "A+Xl7xncrxrLrHlGHnYO/Mlx/fI=";
    static final String FORM = "MessageSid=SM11111111111111111111111111111111&From=%2B6281234500011"
            + "&To=%2B622150001234&Body=Lampu%20jalan%20mati";

    final HttpClient http = mock(HttpClient.class);
    final TwilioSmsAdapter adapter = new TwilioSmsAdapter(
            Clock.fixed(NOW, ZoneOffset.UTC), PUBLIC, new SimpleMeterRegistry(), base -> http, CountryPack.chosen());

    void answers(Response response) {
        when(http.reliableRequest(any(Request.class))).thenReturn(response);
        when(http.getLastResponse()).thenReturn(response);
    }

    void assertFails(Outcome outcome, String code, Optional<Duration> wait) {
        assertThatThrownBy(() -> adapter.send(account("AC1"), reply("Halo")))
                .asInstanceOf(InstanceOfAssertFactories.type(SendFailed.class))
                .returns(outcome, SendFailed::outcome)
                .returns(code, SendFailed::code)
                .returns(wait, SendFailed::retryAfter);
    }

    void assertRejected(int status, WebhookRequest request) {
        assertThatThrownBy(() -> adapter.receive(account("AC1"), request))
                .asInstanceOf(InstanceOfAssertFactories.type(WebhookRejected.class))
                .returns(status, WebhookRejected::status);
    }

    static TwilioSmsAdapter real() {
        return new TwilioSmsAdapter(
                Clock.fixed(NOW, ZoneOffset.UTC),
                PUBLIC,
                new SimpleMeterRegistry(),
                TwilioClient.pooled(),
                CountryPack.chosen());
    }

    static ChannelAccount account(String sid) {
        return new ChannelAccount(
                "smsmain",
                "twilio-sms",
                new TwilioSmsProperties(
                        sid,
                        TOKEN,
                        "+622150001234",
                        TwilioSmsProperties.Reply.RESPONSE,
                        URI.create("https://api.twilio.com")));
    }

    static ChannelAccount at(URI address, String from) {
        return new ChannelAccount(
                "smsmain",
                "twilio-sms",
                new TwilioSmsProperties("AC1", TOKEN, from, TwilioSmsProperties.Reply.REST, address));
    }

    static WebhookRequest request(String form, List<String> signatures) {
        return new WebhookRequest(
                "smsmain",
                "POST",
                PUBLIC,
                "",
                "",
                Map.of("x-twilio-signature", signatures, "content-type", List.of("application/x-www-form-urlencoded")),
                form.getBytes(StandardCharsets.UTF_8));
    }

    static WebhookRequest get(String query) {
        return new WebhookRequest(
                "smsmain",
                "GET",
                PUBLIC,
                "",
                query,
                Map.of("x-twilio-signature", List.of("Msc/LF4ahq6MLh6CkPd+PYp3GGI=")),
                new byte[0]);
    }

    static Rendered reply(String text) {
        return new Rendered(
                1,
                new OutboundMessage(
                        new Address("smsmain", "+6281234500011"),
                        1,
                        1,
                        0,
                        OutboundMessage.Author.AGENT,
                        ID,
                        List.of(Block.Text.of(text)),
                        Optional.empty()));
    }
}
