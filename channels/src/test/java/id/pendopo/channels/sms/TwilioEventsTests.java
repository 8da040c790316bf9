package id.pendopo.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioEventsTests {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final TwilioSmsProperties SETTINGS = new TwilioSmsProperties(
            "AC1", "token", "+622150001234", TwilioSmsProperties.Reply.RESPONSE, URI.create("http://127.0.0.1:4010"));
    private static final ChannelAccount ACCOUNT = new ChannelAccount("smsmain", "twilio-sms", SETTINGS);
    private static final MeterRegistry METERS = new SimpleMeterRegistry();
    private static final Address CITIZEN = new Address("smsmain", "+6281234500011");
    private static final String MESSAGE = "MessageSid=SM1&AccountSid=AC1&From=%2B6281234500011&To=%2B622150001234";

    @Test
    void readsAMessageAndTrimsItOnlyNow() throws WebhookRejected {
        assertThat(read(MESSAGE + "&Body=++Lampu+mati+%F0%9F%92%A1%0A&NumMedia=0&SomethingNew=1"))
                .isEqualTo(List.of(InboundMessage.text("smsmain", "SM1", NOW, "twilio-sms", CITIZEN, "Lampu mati 💡")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MessageSid=SM1&To=1",
                "MessageSid=SM1&From=1",
                "From=1&To=2",
                "MessageSid=+&From=1&To=2",
                "",
                "MessageSid=SM%00&From=1&To=2",
                "MessageSid=SM1&From=1%00&To=2",
                "MessageSid=SM1&From=1&To=2%0A"
            })
    void rejectsAMessageThatLacksWhatNamesItOrNamesItWithControlCharacters(String form) {
        assertThatThrownBy(() -> read(form))
                .asInstanceOf(InstanceOfAssertFactories.type(WebhookRejected.class))
                .returns(400, WebhookRejected::status);
    }

    @Test
    void tellsOfEveryFileAndCountsThoseThatAreNeverFetched() throws WebhookRejected {
        double before = METERS.counter("pendopo.channels.files.dropped", "account", "smsmain")
                .count();

        List<InboundEvent> events = read(MESSAGE + "&NumMedia=7"
                + media(0, "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/SM1/Media/ME1")
                + media(1, "https://api.twilio.com.evil.example/ME2")
                + media(2, "http://api.twilio.com/ME3")
                + media(3, "https://user@api.twilio.com/ME4")
                + media(4, "http://127.0.0.1:4010/ME5")
                + media(5, "not an address")
                + "&MediaUrl6=lampu.jpg");

        assertThat(METERS.counter("pendopo.channels.files.dropped", "account", "smsmain")
                        .count())
                .isEqualTo(5 + before);
        assertThat(((InboundMessage) events.getFirst()).attachments())
                .containsExactly(
                        new Attachment(
                                "image/jpeg", "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/SM1/Media/ME1"),
                        new Attachment("image/jpeg", "https://api.twilio.com.evil.example/ME2"),
                        new Attachment("image/jpeg", "http://api.twilio.com/ME3"),
                        new Attachment("image/jpeg", "https://user@api.twilio.com/ME4"),
                        new Attachment("image/jpeg", "http://127.0.0.1:4010/ME5"),
                        new Attachment("image/jpeg", "not an address"),
                        new Attachment("application/octet-stream", "lampu.jpg"));
    }

    @Test
    void takesAMessageWithoutWords() throws WebhookRejected {
        InboundMessage message =
                (InboundMessage) read(MESSAGE + "&NumMedia=1&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2FME1")
                        .getFirst();

        assertThat(message.text()).isEmpty();
        assertThat(message.attachments())
                .containsExactly(new Attachment("application/octet-stream", "https://api.twilio.com/ME1"));
    }

    @Test
    void decodesALongTextThatCameInBase64() throws WebhookRejected {
        String text = "Jalan di depan SD Negeri 3 rusak parah sejak hujan kemarin, mohon diperbaiki. “Bahaya”";
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertThat(text(encoded)).isEqualTo(text);
        byte[] cutThrough = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 88);
        assertThat(text(Base64.getEncoder().encodeToString(cutThrough)))
                .isEqualTo(text.substring(0, text.length() - 1));
        assertThat(text(encoded + "!")).isEqualTo(encoded + "!");
        assertThat(text("SGFsbyBEdW5pYQ==")).isEqualTo("SGFsbyBEdW5pYQ==");
        assertThat(text("a".repeat(64))).isEqualTo("a".repeat(64));
        assertThat(text("A".repeat(64))).isEqualTo("A".repeat(64));
    }

    @ParameterizedTest
    @CsvSource({
        "STOP,, OPTED_OUT",
        "stop,, OPTED_OUT",
        "' Unsubscribe ',, OPTED_OUT",
        "CANCEL,, OPTED_OUT",
        "OPTOUT,, OPTED_OUT",
        "START,, OPTED_IN",
        "UNSTOP,, OPTED_IN",
        "Berhenti ya,STOP, OPTED_OUT",
        "YES,START, OPTED_IN",
        "HELP,,",
        "INFO,,",
        "tolong,HELP,",
    })
    void leavesTwiliosOwnWordsToTwilio(String body, String optOutType, AddressEvent.What what) throws WebhookRejected {
        String type = optOutType == null ? "" : "&OptOutType=" + optOutType;

        List<InboundEvent> events = read(MESSAGE + "&Body=" + encode(body) + type);

        assertThat(events)
                .isEqualTo(
                        what == null
                                ? List.of()
                                : List.of(new AddressEvent("smsmain", "SM1/" + what, NOW, CITIZEN, what)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BERHENTI", "MULAI", "BANTUAN", "stop it", "Please help", "info ktp"})
    void takesEveryOtherWordForAMessage(String body) throws WebhookRejected {
        assertThat(text(body)).isEqualTo(body);
    }

    @Test
    void takesYesForAnAnswerThatAlsoOpensTheLineAgain() throws WebhookRejected {
        assertThat(read(MESSAGE + "&Body=Yes"))
                .containsExactly(
                        new AddressEvent("smsmain", "SM1/UNBLOCKED", NOW, CITIZEN, AddressEvent.What.UNBLOCKED),
                        InboundMessage.text("smsmain", "SM1", NOW, "twilio-sms", CITIZEN, "Yes"));
    }

    @ParameterizedTest
    @CsvSource({
        "sent,, SENT,",
        "delivered,, DELIVERED,",
        "read,, READ,",
        "undelivered, 30003, FAILED, 30003",
        "failed, 30008, FAILED, 30008",
        "failed,, FAILED, failed",
        "canceled,, FAILED, canceled",
    })
    void readsWhatBecameOfAMessage(String value, String error, DeliveryReport.Status status, String reason)
            throws WebhookRejected {
        String form =
                "MessageSid=SM9&AccountSid=AC1&MessageStatus=" + value + (error == null ? "" : "&ErrorCode=" + error);

        assertThat(read(form))
                .containsExactly(new DeliveryReport(
                        "smsmain",
                        "SM9/" + value,
                        NOW,
                        Optional.of("SM9"),
                        Optional.empty(),
                        status,
                        Optional.ofNullable(reason)));
    }

    @Test
    void takesARefusalAfterStopForAnOptOut() throws WebhookRejected {
        List<InboundEvent> events =
                read("MessageSid=SM9&MessageStatus=failed&ErrorCode=21610&To=%2B6281234500011&From=%2B622150001234");

        assertThat(events)
                .hasSize(2)
                .contains(new AddressEvent("smsmain", "SM9/21610", NOW, CITIZEN, AddressEvent.What.OPTED_OUT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "sending", "accepted", "scheduled", "receiving", "partially_delivered", "huh"})
    void dropsAStatusThatTellsNothing(String status) throws WebhookRejected {
        assertThat(read("MessageSid=SM9&AccountSid=AC1&MessageStatus=" + status))
                .isEmpty();
    }

    private static String text(String body) throws WebhookRejected {
        return ((InboundMessage) read(MESSAGE + "&Body=" + encode(body)).getFirst()).text();
    }

    private static List<InboundEvent> read(String form) throws WebhookRejected {
        return new TwilioEvents(ACCOUNT, SETTINGS, NOW, METERS).read(WebhookForm.parse(form));
    }

    private static String media(int number, String url) {
        return "&MediaUrl" + number + "=" + encode(url) + "&MediaContentType" + number + "=image%2Fjpeg";
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
