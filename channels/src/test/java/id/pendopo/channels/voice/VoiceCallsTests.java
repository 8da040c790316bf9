package id.pendopo.channels.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Choice;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.ChannelAdapter.Received;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.WebhookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** Calls that the desk makes: to people who are asked to confirm something, and to nobody else. */
class VoiceCallsTests {

    private static final String OFFICER = "+6281255501100";
    private static final ChannelAccount ACCOUNT = new ChannelAccount(
            "voicemain",
            "twilio-voice",
            new TwilioVoiceProperties(
                    "AC1", "token", "+622150001235", "", "", 0.4, URI.create("https://api.twilio.com")));

    private final Network network = new Network();
    private final TwilioVoiceAdapter adapter = new TwilioVoiceAdapter(
            Clock.systemUTC(),
            new MockEnvironment().withProperty("pendopo.public-url", "https://example.org/desk/"),
            () -> "",
            _ -> network);

    /** Takes every call. */
    private static final class Network extends HttpClient {

        private Request request;

        @Override
        public Response makeRequest(Request asked) {
            request = asked;
            return new Response("{\"sid\": \"CA77\"}", 201);
        }
    }

    private static Rendered message(Block... blocks) {
        return new Rendered(
                5,
                new OutboundMessage(
                        new Address("voicemain", OFFICER),
                        3,
                        9,
                        0,
                        OutboundMessage.Author.BOT,
                        Locale.of("id"),
                        List.of(blocks),
                        Optional.empty()));
    }

    private Received receive(String path, Map<String, String> fields) throws Exception {
        String body = String.join(
                "&",
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue().replace("+", "%2B"))
                        .toList());
        return adapter.parse(
                ACCOUNT,
                new WebhookRequest(
                        "voicemain",
                        "POST",
                        URI.create("https://example.org/desk"),
                        path,
                        "",
                        Map.of("content-type", List.of("application/x-www-form-urlencoded")),
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> pressed(String key) {
        return Map.of(
                "CallSid", "CA77", "Digits", key, "Direction", "outbound-api", "From", "+622150001235", "To", OFFICER);
    }

    @Test
    void ringsWhoeverIsAskedAndReadsItAloudTwice() throws Exception {
        Rendered ring = message(
                new Block.Text("DARURAT", Optional.empty(), Optional.of("Keadaan darurat, kebakaran.")),
                new Block.Choices(List.of(new Choice("confirm:4821773021:7", "Saya tangani"))));

        assertThat(adapter.send(ACCOUNT, ring)).contains("CA77");

        assertThat(network.request.getUrl()).endsWith("/Accounts/AC1/Calls.json");
        Map<String, List<String>> form = network.request.getPostParams();
        assertThat(form.get("To")).containsExactly(OFFICER);
        assertThat(form.get("From")).containsExactly("+622150001235");
        assertThat(form.get("StatusCallback")).containsExactly("https://example.org/desk/webhooks/voicemain/called");
        assertThat(form.get("Twiml").getFirst())
                .containsSubsequence(
                        "<Gather action=\"https://example.org/desk/webhooks/voicemain/confirm/4821773021:7\"",
                        "Keadaan darurat, kebakaran.",
                        "Tekan 1, Saya tangani.",
                        "Keadaan darurat, kebakaran.",
                        "<Hangup");
    }

    @Test
    void callsNoCitizen() {
        assertThatThrownBy(() -> adapter.send(ACCOUNT, message(Block.Text.of("Jawaban petugas"))))
                .isInstanceOfSatisfying(
                        SendFailed.class,
                        failed -> assertThat(failed.outcome()).isEqualTo(SendFailed.Outcome.PERMANENT));
        assertThat(network.request).isNull();
    }

    @Test
    void hearsTheKeyThatConfirmsFromWhomeverWasCalled() throws Exception {
        Received received = receive("/confirm/4821773021:7", pressed("1"));

        assertThat(received.events()).singleElement().isInstanceOfSatisfying(InboundMessage.class, message -> {
            assertThat(message.choice()).contains("confirm:4821773021:7");
            assertThat(message.from()).isEqualTo(new Address("voicemain", OFFICER));
            assertThat(message.externalId()).isEqualTo("CA77/confirm");
        });
    }

    @Test
    void asksAgainAfterAnotherKey() throws Exception {
        Received received = receive("/confirm/4821773021:7", pressed("5"));

        assertThat(received.events()).isEmpty();
        assertThat(new String(received.fixed().orElseThrow().body(), StandardCharsets.UTF_8))
                .contains("Tekan satu", "/confirm/4821773021:7");
    }

    @ParameterizedTest
    @CsvSource({"completed, DELIVERED", "no-answer, FAILED", "busy, FAILED"})
    void reportsWhatBecameOfACall(String became, DeliveryReport.Status status) throws Exception {
        Received received = receive(
                "/called",
                Map.of(
                        "CallSid", "CA77",
                        "CallStatus", became,
                        "CallbackSource", "call-progress-events",
                        "Direction", "outbound-api",
                        "From", "+622150001235",
                        "To", OFFICER));

        assertThat(received.events()).singleElement().isInstanceOfSatisfying(DeliveryReport.class, report -> {
            assertThat(report.status()).isEqualTo(status);
            assertThat(report.providerId()).contains("CA77");
        });
    }
}
