package id.pendopo.channels.twiliowhatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.FakeProvider;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.gateway.accounts.AccountSources;
import id.pendopo.channels.twilio.TwilioClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How files of the desk go to WhatsApp by Twilio. */
class TwilioWhatsAppFileSendingTests {

    private final TwilioWhatsAppAdapter adapter = new TwilioWhatsAppAdapter(
            Clock.systemUTC(),
            URI.create("https://desk.example.org"),
            new SimpleMeterRegistry(),
            TwilioClient.pooled());
    private FakeProvider twilio;

    @BeforeEach
    void start() throws IOException {
        twilio = new FakeProvider("{\"sid\": \"SM1\", \"status\": \"queued\"}");
    }

    @AfterEach
    void stop() {
        twilio.close();
    }

    private static final String MESSAGES = "/2010-04-01/Accounts/AC1/Messages.json";
    private static final String REFUSED = "{\"code\": 21620, \"message\": \"Invalid media URL\", \"status\": 400}";

    private Optional<String> send(Block... blocks) throws SendFailed {
        ChannelAccount account = new ChannelAccount(
                "wa",
                TwilioWhatsAppAdapter.KIND,
                AccountSources.fromMap(
                        adapter,
                        Map.of(
                                "account-sid", "AC1",
                                "auth-token", "token",
                                "from", "+622150001234",
                                "api-base-url", twilio.address().toString())));
        return adapter.send(account, new Rendered(42, FakeProvider.replying(blocks)));
    }

    private String said(int index) {
        return URLDecoder.decode(twilio.asked().get(index).body(), StandardCharsets.UTF_8);
    }

    @Test
    void saysTheWordsAndNamesWhereTwilioFindsTheFile() throws SendFailed {
        assertThat(send(Block.Text.of("Ini lokasinya."), FakeProvider.photo())).contains("SM1");

        assertThat(twilio.paths()).containsExactly(MESSAGES, MESSAGES);
        assertThat(said(0)).contains("Body=Petugas Ani:\nIni lokasinya.").doesNotContain("MediaUrl", "/f/");
        assertThat(said(1))
                .contains("MediaUrl=https://desk.example.org/f/0123456789ab", "StatusCallback=")
                .doesNotContain("Body");
    }

    @Test
    void saysALinkWhenTwilioRefusesTheFile() throws SendFailed {
        twilio.answersOnce(MESSAGES, 200, "{\"sid\": \"SM0\"}");
        twilio.answersOnce(MESSAGES, 400, REFUSED);

        send(Block.Text.of("Ini formulirnya."), FakeProvider.form());

        assertThat(twilio.asked()).hasSize(3);
        assertThat(said(2))
                .contains(
                        "Formulir F-1.02.pdf", "Buka berkasnya dalam 7 hari: https://desk.example.org/f/0123456789ab");
    }

    @Test
    void triesNothingElseAfterACut() {
        twilio.answersOnce(MESSAGES, 200, "{\"sid\": \"SM0\"}");
        twilio.answersOnce(MESSAGES, 0, "");

        assertThatThrownBy(() -> send(Block.Text.of("Ini lokasinya."), FakeProvider.photo()))
                .hasMessage("PERMANENT in part");
        assertThat(twilio.asked()).hasSize(2);
    }
}
