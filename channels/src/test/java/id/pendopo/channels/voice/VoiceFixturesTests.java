package id.pendopo.channels.voice;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.Call;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.texting.TelephoneNumber;
import id.pendopo.channels.twilio.Vectors;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Further requests that may lie beside the repository say what their list says. */
class VoiceFixturesTests {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final String CALL = "CA0123456789abcdef0123456789abcdef";
    private static final TwilioVoiceProperties SETTINGS = new TwilioVoiceProperties(
            "AC00000000000000000000000000000000",
            "token",
            "+622150000000",
            "",
            "",
            0.4,
            URI.create("https://api.twilio.com"));
    private static final ChannelAccount ACCOUNT = new ChannelAccount("voicemain", "twilio-voice", SETTINGS);

    @Test
    void saysWhatACallerKeyedOrSaid() throws Exception {
        assertThat(message("gather_dtmf.form").text()).isEqualTo("1");
        InboundMessage said = message("gather_speech.form");
        assertThat(said.text()).isEqualTo("Saya mau lapor jalan berlubang.");
        assertThat(said.choice()).isEmpty();
        assertThat(said.from().value()).isEqualTo("+6281200000001");
        assertThat(said.externalId())
                .startsWith(CALL)
                .isNotEqualTo(message("gather_dtmf.form").externalId());
    }

    @Test
    void saysWhatBecameOfTheAgentsTelephone() throws Exception {
        assertThat(message("dial_action_completed.form").choice()).contains(Call.SPOKEN);
        assertThat(message("dial_action_no_answer.form").choice()).contains(Call.UNANSWERED);
    }

    @Test
    void knowsNobodyWhoWithholdsTheNumber() throws Exception {
        InboundMessage call = message("from_anonymous.form");

        assertThat(call.choice()).contains(Call.ANSWERED);
        assertThat(call.from().value()).isEqualTo("anonymous/CA0123456789abcdef0123456789abcdee");
        assertThat(TelephoneNumber.takesTexts(call.from().value())).isFalse();
    }

    @Test
    void saysWhenACallEnded() throws Exception {
        assertThat(read("status_completed.form"))
                .isEqualTo(new AddressEvent(
                        "voicemain",
                        "CAbe982f58915a2def4cf7aaa1f1766236/status/3",
                        Instant.parse("2018-03-25T09:53:19Z"),
                        new Address("voicemain", "+15555550101"),
                        AddressEvent.What.CALL_ENDED));
        assertThat(read("status_busy.form").externalId()).endsWith("/status/2");
    }

    @Test
    void saysWhatWasUnderstoodOfAMessage() throws Exception {
        MessageChanged change = (MessageChanged) read("transcription_completed.form");

        assertThat(change.text().orElse("")).startsWith("One of my fondest memories");
        assertThat(change.originalId())
                .isEqualTo("CAb0b939e902e7a396204cd7ba8c85acbb/RE64545a8c9fbe9d6d191c2423c2c993ce");
    }

    private static InboundMessage message(String file) throws Exception {
        return (InboundMessage) read(file);
    }

    private static InboundEvent read(String file) throws IOException, WebhookRejected {
        Optional<Path> found = Vectors.folder()
                .map(folder -> folder.resolve("fixtures/voice").resolve(file))
                .filter(Files::isRegularFile);
        if (found.isEmpty()) {
            System.out.println("SKIPPED: " + file + " is not beside this repository; only our own cases ran.");
        }
        Assumptions.assumeTrue(found.isPresent(), "no requests beside this repository");
        WebhookForm form = WebhookForm.parse(Files.readString(found.get()).strip());
        return new VoiceEvents(ACCOUNT, SETTINGS, Step.read("", ""), NOW)
                .read("", form)
                .getFirst();
    }
}
