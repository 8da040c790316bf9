package id.pendopo.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.Address;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import id.pendopo.channels.twilio.TwilioSignature;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSmsAdapterTests extends TwilioSmsTest {

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

    /** A proxy between may name the type otherwise; the signature is of the fields. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/plain; charset=ISO-8859-1",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "APPLICATION/X-WWW-FORM-URLENCODED;charset=utf-8",
                "application/octet-stream",
                ""
            })
    void readsASignedFormWhateverItsContentType(String type) throws WebhookRejected {
        assertThat(adapter.receive(account("AC1"), form(type)).events())
                .singleElement()
                .isInstanceOfSatisfying(
                        InboundMessage.class,
                        message -> assertThat(message.text()).isEqualTo("halo"));
    }

    /** Twilio shows that in its log of errors; an answer 200 would lose a message that nobody misses. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8"})
    void refusesASignedFormThatSaysItIsJson(String type) {
        assertRejected(400, form(type));
    }

    private static WebhookRequest form(String type) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("AccountSid", "AC1");
        fields.put("Body", "halo");
        fields.put("From", "+6281234500011");
        fields.put("MessageSid", "SM1");
        fields.put("To", "+622150001234");
        WebhookRequest unsigned =
                request("AccountSid=AC1&Body=halo&From=%2B6281234500011&MessageSid=SM1&To=%2B622150001234", List.of());
        Map<String, List<String>> headers = new HashMap<>(
                Map.of("x-twilio-signature", List.of(new TwilioSignature(TOKEN).make(unsigned.url(), fields))));
        if (!type.isEmpty()) {
            headers.put("content-type", List.of(type));
        }
        return new WebhookRequest("smsmain", "POST", PUBLIC, "", "", headers, unsigned.body());
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
                account("AC1"),
                new TurnAnswer(
                        Optional.empty(),
                        7,
                        List.of(reply("Rp75.000 & “gratis” <b>"), reply("Baris satu\nBaris dua"))));

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
        assertThat(new String(
                        adapter.render(account("AC1"), TurnAnswer.acknowledgement())
                                .body(),
                        StandardCharsets.UTF_8))
                .isEqualTo("<Response/>");
    }

    @Test
    void dividesWhatIsTooLongForOneMessage() {
        String words = "kata ".repeat(700).strip();
        WebhookAnswer answer = adapter.render(
                account("AC1"), new TurnAnswer(Optional.empty(), 7, List.of(reply(words), reply("💡".repeat(801)))));

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
                .isEqualTo(new ChannelAccounts.Meter("twilio-sms", 16, 160, 1, 3, ""));
        assertThat(adapter.meter(account("AC1"), "ç 💡💡"))
                .isEqualTo(new ChannelAccounts.Meter("twilio-sms", 6, 70, 1, 3, "ç💡"));
        assertThat(adapter.meter(account("AC1"), " ").segments()).isZero();
        assertThat(adapter.meter(account("AC1"), "x".repeat(161)).fits()).isEqualTo(306);
    }

    @Test
    void namesTheSecretsThatAreMissing() {
        assertThat(new TwilioSmsProperties("", "", "", TwilioSmsProperties.Reply.REST, PUBLIC).missing())
                .containsExactly("account-sid", "auth-token", "from");
        assertThat(account("AC1").settings().missing()).isEmpty();
        assertThat(account("AC1").settings().toString()).doesNotContain(TOKEN, "AC1", "+62");
    }
}
