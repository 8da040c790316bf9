package id.pendopo.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAdapter.Missed;
import id.pendopo.channels.ChannelAdapter.Rendered;
import id.pendopo.channels.ChannelAdapter.Trial;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Lines;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.SendFailed;
import id.pendopo.channels.SendFailed.Outcome;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.WebhookRejected;
import id.pendopo.channels.WebhookRequest;
import id.pendopo.channels.twilio.TwilioForm;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSmsAdapterTests {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final Locale ID = Locale.of("id");
    private static final URI PUBLIC = URI.create("https://desa.example.id");
    private static final String TOKEN = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String SIGNED = "A+Xl7xncrxrLrHlGHnYO/Mlx/fI=";
    private static final String FORM = "MessageSid=SM11111111111111111111111111111111&From=%2B6281234500011"
            + "&To=%2B622150001234&Body=Lampu%20jalan%20mati";

    private final HttpClient http = mock(HttpClient.class);
    private final TwilioSmsAdapter adapter =
            new TwilioSmsAdapter(Clock.fixed(NOW, ZoneOffset.UTC), PUBLIC, new SimpleMeterRegistry(), base -> http);

    @Test
    void receivesWhatTwilioSigned() throws WebhookRejected {
        assertThat(adapter.receive(account("AC1"), request(FORM, List.of(SIGNED)))
                        .events())
                .hasSize(1)
                .first()
                .returns("SM11111111111111111111111111111111", event -> event.externalId());
    }

    @Test
    void rejectsAForgedSignature() {
        assertRejected(403, request(FORM + "&Body=x", List.of(SIGNED)));
        assertRejected(403, request(FORM.replace("mati", "hidup"), List.of(SIGNED)));
        assertRejected(403, request(FORM, List.of("")));
    }

    @Test
    void rejectsAMissingOrRepeatedSignature() {
        assertRejected(403, request(FORM, List.of()));
        assertRejected(403, request(FORM, List.of(SIGNED, SIGNED)));
    }

    @Test
    void rejectsAFormThatCannotBeDecoded() {
        assertRejected(400, request("Body=100%", List.of(SIGNED)));
    }

    @Test
    void rejectsARequestForAnotherAccountOfTwilio() {
        TwilioForm form = new TwilioForm(Map.of("AccountSid", List.of("AC2")));

        assertThat(form.isFor("AC1")).isFalse();
        assertThat(form.isFor("AC2")).isTrue();
        assertThat(new TwilioForm(Map.of()).isFor("AC1")).isTrue();
    }

    @Test
    void acknowledgesAndDropsABodyThatIsNoForm() throws WebhookRejected {
        String query = "bodySHA256=eb3e07668c56ebcad078d4e4e87978822067f80e77e6fd3bd255f54de037092c";
        WebhookRequest event = new WebhookRequest(
                "smsmain",
                "POST",
                PUBLIC,
                "",
                query,
                Map.of(
                        "x-twilio-signature", List.of("pQ4rz6MS9g7lPD0e8WZ56Noxl20="),
                        "content-type", List.of("application/json")),
                "{\"event\":\"💡\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(adapter.receive(account("AC1"), event).events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "halo", "{} {", ""})
    void rejectsABodyThatSaysItIsJsonAndIsNot(String body) {
        WebhookRequest event = new WebhookRequest(
                "smsmain",
                "POST",
                PUBLIC,
                "",
                "bodySHA256=0",
                Map.of("content-type", List.of("application/json")),
                (body + " ").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> adapter.parse(account("AC1"), event))
                .asInstanceOf(InstanceOfAssertFactories.type(WebhookRejected.class))
                .returns(400, WebhookRejected::status);
    }

    @Test
    void readsAGetFromItsQuery() throws WebhookRejected {
        String query = "MessageSid=SM1&From=%2B6281234500011&Body=it%27s";

        adapter.verify(account("AC1"), get(query));

        assertRejected(403, get(query + "x"));
        assertThat(adapter.parse(account("AC1"), get(query + "&To=%2B622150001234"))
                        .events())
                .containsExactly(InboundMessage.text(
                        "smsmain", "SM1", NOW, "twilio-sms", new Address("smsmain", "+6281234500011"), "it's"));
    }

    @Test
    void answersInTheResponse() {
        WebhookAnswer answer = adapter.render(
                account("AC1"), List.of(reply("Rp75.000 & “gratis” <b>"), reply("Baris satu\nBaris dua")));

        assertThat(answer)
                .returns(200, WebhookAnswer::status)
                .returns("text/xml;charset=UTF-8", WebhookAnswer::contentType);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
                        + "<Message>Rp75.000 &amp; \"gratis\" &lt;b&gt;</Message>"
                        + "<Message>Baris satu\nBaris dua</Message></Response>");
    }

    @Test
    void answersNothingWithAnEmptyResponse() {
        assertThat(new String(adapter.render(account("AC1"), List.of()).body(), StandardCharsets.UTF_8))
                .isEqualTo("<Response/>");
    }

    @Test
    void dividesWhatIsTooLongForOneMessage() {
        String words = "kata ".repeat(700).strip();
        WebhookAnswer answer = adapter.render(account("AC1"), List.of(reply(words), reply("💡".repeat(801))));

        String[] messages = new String(answer.body(), StandardCharsets.UTF_8)
                .replaceFirst(".*<Response><Message>", "")
                .replace("</Message></Response>", "")
                .split("</Message><Message>");
        assertThat(messages).hasSize(5).allMatch(message -> message.length() <= 1600);
        assertThat(String.join(" ", messages[0], messages[1], messages[2])).isEqualTo(words);
        assertThat(messages[3] + messages[4]).isEqualTo("💡".repeat(801));
    }

    @Test
    void measuresWhatIsSentAndNotWhatWasTyped() {
        assertThat(adapter.meter(account("AC1"), "“Bapak” – KTP…"))
                .isEqualTo(new Lines.Meter("twilio-sms", 16, 160, 1, 3, ""));
        assertThat(adapter.meter(account("AC1"), "ç 💡💡"))
                .isEqualTo(new Lines.Meter("twilio-sms", 6, 70, 1, 3, "ç💡"));
        assertThat(adapter.meter(account("AC1"), " ").segments()).isZero();
        assertThat(adapter.meter(account("AC1"), "x".repeat(161)).fits()).isEqualTo(306);
    }

    @Test
    void sendsOnceToTheAddressOfTheAccount() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio()) {
            Optional<String> sid =
                    real().send(at(twilio.address(), "+622150001234"), reply("“Sudah” diperbaiki – cek ya"));

            assertThat(sid).contains("SM00000000000000000000000000000001");
            FakeTwilio.Asked sent = twilio.sent().getFirst();
            assertThat(sent.path()).isEqualTo("/2010-04-01/Accounts/AC1/Messages.json");
            assertThat(sent.authorization()).startsWith("Basic ");
            assertThat(URLDecoder.decode(sent.form(), StandardCharsets.UTF_8).split("&"))
                    .containsExactlyInAnyOrder(
                            "To=+6281234500011",
                            "From=+622150001234",
                            "Body=\"Sudah\" diperbaiki - cek ya",
                            "StatusCallback=https://desa.example.id/webhooks/smsmain/status");
        }
    }

    @Test
    void sendsByAMessagingService() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio()) {
            real().send(at(twilio.address(), "MG1"), reply("Halo"));

            assertThat(twilio.sent().getFirst().form())
                    .contains("MessagingServiceSid=MG1")
                    .doesNotContain("From=");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, 21610, BLOCKED",
        "400, 21211, PERMANENT",
        "400, 21408, PERMANENT",
        "400, 21614, PERMANENT",
        "400, 21635, PERMANENT",
        "400, 21611, RETRY",
        "400, 20429, RETRY",
        "401, 20003, RETRY",
        "400, 99999, PERMANENT",
        "404, 20404, PERMANENT",
        "429, 99999, RETRY",
        "403, 99999, RETRY",
        "500, 20500, RETRY",
        "503, 99999, RETRY",
        "408, 99999, UNKNOWN",
    })
    void knowsWhatARefusalMeans(int status, int code, Outcome outcome) {
        answers(new Response("{\"code\": %d, \"message\": \"no\", \"status\": %d}".formatted(code, status), status));

        assertFails(outcome, String.valueOf(code), Optional.empty());
        verify(http, times(1)).reliableRequest(any(Request.class));
    }

    @Test
    void waitsAsLongAsTwilioAsks() {
        answers(new Response(
                "{\"code\": 20429, \"status\": 429}", 429, new Header[] {new BasicHeader("Retry-After", "17")}));
        assertFails(Outcome.RETRY, "20429", Optional.of(Duration.ofSeconds(17)));

        answers(new Response(
                "{\"code\": 20429, \"status\": 429}", 429, new Header[] {new BasicHeader("Retry-After", "999999")}));
        assertFails(Outcome.RETRY, "20429", Optional.of(Duration.ofHours(1)));
    }

    @Test
    void understandsARefusalThatIsNotTwilios() {
        answers(new Response("<html>Bad Gateway</html>", 502));

        assertThatThrownBy(() -> adapter.send(account("AC1"), reply("Halo")))
                .asInstanceOf(InstanceOfAssertFactories.type(SendFailed.class))
                .returns(Outcome.RETRY, SendFailed::outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "<html>OK</html>"})
    void doesNotKnowWhatAnUnreadableAnswerMeans(String body) {
        answers(new Response(body, 201));

        assertFails(Outcome.UNKNOWN, "http 201", Optional.empty());
    }

    @Test
    void doesNotTakeAnAnswerWithoutAnIdForAYes() {
        answers(new Response("{\"status\": \"queued\"}", 302));

        assertFails(Outcome.UNKNOWN, "no id", Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("silences")
    void doesNotTakeSilenceForARefusal(IOException cause, Outcome outcome, String code) {
        when(http.reliableRequest(any(Request.class))).thenThrow(new UncheckedIOException(cause));

        assertFails(outcome, code, Optional.empty());
    }

    static Stream<Arguments> silences() {
        return Stream.of(
                Arguments.of(new ConnectException(), Outcome.RETRY, "unreachable"),
                Arguments.of(new HttpConnectTimeoutException("x"), Outcome.RETRY, "unreachable"),
                Arguments.of(new HttpTimeoutException("x"), Outcome.UNKNOWN, "timeout"),
                Arguments.of(new SocketException("reset"), Outcome.UNKNOWN, "connection lost"));
    }

    @Test
    void triesAgainWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        ChannelAccount nobody = at(URI.create("http://127.0.0.1:" + port), "+622150001234");

        assertThatThrownBy(() -> real().send(nobody, reply("Halo")))
                .asInstanceOf(InstanceOfAssertFactories.type(SendFailed.class))
                .returns(Outcome.RETRY, SendFailed::outcome);
    }

    @Test
    void neverSendsWhatTwilioCannotTake() {
        assertThatThrownBy(() -> adapter.send(account("AC1"), reply("x".repeat(1601))))
                .asInstanceOf(InstanceOfAssertFactories.type(SendFailed.class))
                .returns(Outcome.PERMANENT, SendFailed::outcome)
                .returns("too long", SendFailed::code);
        assertThatThrownBy(() -> adapter.send(account("AC1"), reply(" ")))
                .asInstanceOf(InstanceOfAssertFactories.type(SendFailed.class))
                .returns("empty", SendFailed::code);
    }

    @Test
    void findsWhatTwilioCouldNotDeliver() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio()) {
            twilio.holds("SM1", "+6281234500011", "+622150001234", " Lampu mati ", 0);
            twilio.holds("SM2", "+6281234500012", "+622150001234", "", 1);
            twilio.sent("SM3");
            twilio.holds("SM4", "+6281234500013", "+622150001234", "STOP", 0);
            twilio.holds("SM5", "+6281234500011", "+622150001234", "Halo?", 0);

            Missed found =
                    real().missed(at(twilio.address(), "+622150001234"), NOW.minusSeconds(600), Optional.empty());

            List<InboundEvent> missed = found.events();
            assertThat(found.complete()).isTrue();
            assertThat(missed)
                    .extracting(InboundEvent::externalId)
                    .containsExactly("SM1", "SM2", "SM4/OPTED_OUT", "SM5");
            assertThat(missed.getFirst())
                    .isEqualTo(InboundMessage.text(
                            "smsmain",
                            "SM1",
                            NOW.plusSeconds(1),
                            "twilio-sms",
                            new Address("smsmain", "+6281234500011"),
                            "Lampu mati"));
            assertThat(missed.get(2))
                    .isEqualTo(new AddressEvent(
                            "smsmain",
                            "SM4/OPTED_OUT",
                            NOW.plusSeconds(1),
                            new Address("smsmain", "+6281234500013"),
                            AddressEvent.What.OPTED_OUT));
            assertThat(((InboundMessage) missed.get(1)).attachments())
                    .containsExactly(new Attachment(
                            "image/jpeg", twilio.address() + "/2010-04-01/Accounts/AC1/Messages/SM2/Media/ME1"));
            assertThat(URLDecoder.decode(twilio.asked().getFirst().path(), StandardCharsets.UTF_8))
                    .contains("To=+622150001234", "DateSent>=2026-11-24T02:50:00");
        }
    }

    @Test
    void saysWhenTheListHasMoreThanItReads() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio()) {
            twilio.holds("SM1", "+6281234500011", "+622150001234", "Lampu mati", 0);
            twilio.neverEnds();

            Missed found =
                    real().missed(at(twilio.address(), "+622150001234"), NOW.minusSeconds(600), Optional.empty());

            assertThat(found.events()).isNotEmpty();
            assertThat(found.complete()).isFalse();
        }
    }

    @Test
    void doesNotTakeAListWithoutAnyReplyForANo() throws Exception {
        try (FakeTwilio twilio = new FakeTwilio()) {
            ChannelAccount line = at(twilio.address(), "+622150001234");
            Trial inResponse =
                    new Trial(reply("Lampu sudah menyala."), NOW.minusSeconds(60), true, true, Optional.empty());
            Trial byRequest =
                    new Trial(reply("Lampu sudah menyala."), NOW.minusSeconds(60), true, false, Optional.empty());
            twilio.sent("SM3");

            assertThat(real().trace(line, List.of(inResponse))).isEmpty();
            assertThat(real().trace(line, List.of(byRequest))).contains(Map.of());

            twilio.replied("SM4", "Lain");
            assertThat(real().trace(line, List.of(inResponse))).contains(Map.of());
            twilio.replied("SM5", "Lampu sudah menyala.");
            assertThat(real().trace(line, List.of(inResponse)))
                    .contains(Map.of(inResponse.message().id(), "SM5"));
        }
    }

    @Test
    void saysWhenTheListCannotBeRead() {
        answers(new Response("{\"code\": 20003, \"status\": 401}", 401));

        assertThatThrownBy(() -> adapter.missed(account("AC1"), NOW, Optional.empty()))
                .asInstanceOf(InstanceOfAssertFactories.type(SendFailed.class))
                .returns(Outcome.RETRY, SendFailed::outcome);
    }

    @Test
    void namesTheSecretsThatAreMissing() {
        assertThat(new TwilioSmsProperties("", "", "", TwilioSmsProperties.Reply.REST, PUBLIC).missing())
                .containsExactly("account-sid", "auth-token", "from");
        assertThat(account("AC1").settings().missing()).isEmpty();
        assertThat(account("AC1").settings().toString()).doesNotContain(TOKEN, "AC1", "+62");
    }

    private void answers(Response response) {
        when(http.reliableRequest(any(Request.class))).thenReturn(response);
        when(http.getLastResponse()).thenReturn(response);
    }

    private void assertFails(Outcome outcome, String code, Optional<Duration> wait) {
        assertThatThrownBy(() -> adapter.send(account("AC1"), reply("Halo")))
                .asInstanceOf(InstanceOfAssertFactories.type(SendFailed.class))
                .returns(outcome, SendFailed::outcome)
                .returns(code, SendFailed::code)
                .returns(wait, SendFailed::retryAfter);
    }

    private void assertRejected(int status, WebhookRequest request) {
        assertThatThrownBy(() -> adapter.receive(account("AC1"), request))
                .asInstanceOf(InstanceOfAssertFactories.type(WebhookRejected.class))
                .returns(status, WebhookRejected::status);
    }

    private static TwilioSmsAdapter real() {
        return new TwilioSmsAdapter(
                Clock.fixed(NOW, ZoneOffset.UTC), PUBLIC, new SimpleMeterRegistry(), TwilioSmsAdapter.clients());
    }

    private static ChannelAccount account(String sid) {
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

    private static ChannelAccount at(URI address, String from) {
        return new ChannelAccount(
                "smsmain",
                "twilio-sms",
                new TwilioSmsProperties("AC1", TOKEN, from, TwilioSmsProperties.Reply.REST, address));
    }

    private static WebhookRequest request(String form, List<String> signatures) {
        return new WebhookRequest(
                "smsmain",
                "POST",
                PUBLIC,
                "",
                "",
                Map.of("x-twilio-signature", signatures, "content-type", List.of("application/x-www-form-urlencoded")),
                form.getBytes(StandardCharsets.UTF_8));
    }

    private static WebhookRequest get(String query) {
        return new WebhookRequest(
                "smsmain",
                "GET",
                PUBLIC,
                "",
                query,
                Map.of("x-twilio-signature", List.of("Msc/LF4ahq6MLh6CkPd+PYp3GGI=")),
                new byte[0]);
    }

    private static Rendered reply(String text) {
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
