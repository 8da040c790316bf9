package id.pendopo.channels.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.twilio.http.Request;
import com.twilio.http.Response;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.adapter.ChannelAdapter.Rendered;
import id.pendopo.channels.adapter.Reconcilable.Trial;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
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
import java.time.Duration;
import java.util.List;
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

/** What Twilio's API answers to a message, and what that means. */
class TwilioSmsSendingTests extends TwilioSmsTest {

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
        assertThatThrownBy(() -> adapter.send(account("AC1"), reply(" ")))
                .asInstanceOf(InstanceOfAssertFactories.type(SendFailed.class))
                .returns("empty", SendFailed::code);
    }

    /** What an agent writes by a program may have 4,000 characters. */
    @Test
    void sendsALongReplyInPartsAndFindsItAgainByItsEnd() throws Exception {
        String text = "kata ".repeat(400).strip();
        try (FakeTwilio twilio = new FakeTwilio()) {
            ChannelAccount line = at(twilio.address(), "+622150001234");
            Rendered reply = reply(text);

            assertThat(real().send(line, reply)).isPresent();

            List<String> parts = twilio.sent().stream()
                    .map(sent ->
                            URLDecoder.decode(sent.form().replaceAll(".*Body=([^&]*).*", "$1"), StandardCharsets.UTF_8))
                    .toList();
            assertThat(parts).hasSize(2).allMatch(part -> part.length() <= 1600);
            assertThat(String.join(" ", parts)).isEqualTo(text);
            twilio.replied("SM9", parts.getLast());
            Trial doubted = new Trial(reply, NOW.minusSeconds(60), true, false, Optional.empty());
            assertThat(real().trace(line, List.of(doubted))).contains(Map.of(reply.id(), "SM9"));
        }
    }
}
