package id.pendopo.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Prism;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.Reconcilable.Trial;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.twilio.TwilioClient;
import id.pendopo.channels.twilio.Vectors;
import id.pendopo.ui.CountryPack;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our requests as Twilio's own description of its interface sees them. */
class TwilioPrismTests {

    private static final String ACCOUNT = "AC5c1d2e3f405162738495a6b7c8d9eaf0";

    private static Prism prism;

    private final TwilioSmsAdapter adapter = new TwilioSmsAdapter(
            Clock.systemUTC(),
            URI.create("https://desa.example.id"),
            new SimpleMeterRegistry(),
            TwilioClient.pooled(),
            CountryPack.chosen());

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> description = Vectors.folder()
                .map(folder -> folder.resolve("specs/twilio_api_v2010.json"))
                .filter(Files::isRegularFile);
        if (description.isEmpty()) {
            System.out.println("SKIPPED: Twilio's description is not beside this repository.");
        }
        prism = description.isEmpty() ? null : Prism.start(description.get()).orElse(null);
        Assumptions.assumeTrue(prism != null, "Prism with Twilio's description is not here");
    }

    @AfterAll
    static void stop() {
        if (prism != null) {
            prism.close();
        }
    }

    @Test
    void acceptsAMessage() throws SendFailed {
        assertThat(adapter.send(line(ACCOUNT, "+622150001234"), reply()))
                .hasValueSatisfying(sid -> assertThat(sid).matches("SM[0-9a-f]{32}"));
    }

    @Test
    void acceptsAMessageByAService() throws SendFailed {
        assertThat(adapter.send(line(ACCOUNT, "MG0c1b2a39485766758493a2b1c0d9e8f7"), reply()))
                .isPresent();
    }

    @Test
    void acceptsTheQuestionForMessages() throws SendFailed {
        Instant since = Instant.parse("2026-11-24T03:00:00Z");
        assertThat(adapter.missed(line(ACCOUNT, "+622150001234"), since, Optional.empty()))
                .isNotNull();
        assertThat(adapter.missed(line(ACCOUNT, "+622150001234"), since, Optional.of(since.plusSeconds(60))))
                .isNotNull();
    }

    @Test
    void acceptsTheQuestionForWhatWeSent() throws SendFailed {
        Trial trial = new Trial(reply(), Instant.parse("2026-11-24T03:00:00Z"), true, false, Optional.empty());
        assertThat(adapter.trace(line(ACCOUNT, "+622150001234"), List.of(trial)))
                .contains(Map.of());
    }

    @Test
    void refusesWhatIsNotAnAccount() {
        assertThatThrownBy(() -> adapter.send(line("not-an-account", "+622150001234"), reply()))
                .asInstanceOf(InstanceOfAssertFactories.type(SendFailed.class))
                .returns(SendFailed.Outcome.PERMANENT, SendFailed::outcome)
                .returns("http 422", SendFailed::code);
    }

    private static ChannelAccount line(String accountSid, String from) {
        return new ChannelAccount(
                "smsmain",
                "twilio-sms",
                new TwilioSmsProperties(accountSid, "token", from, TwilioSmsProperties.Reply.REST, prism.address()));
    }

    private static Rendered reply() {
        return new Rendered(
                1,
                new OutboundMessage(
                        new Address("smsmain", "+6281234500011"),
                        1,
                        1,
                        0,
                        OutboundMessage.Author.AGENT,
                        Locale.of("id"),
                        List.of(Block.Text.of("Lampu sudah diperbaiki.")),
                        Optional.empty()));
    }
}
