package id.pendopo.channels.voice;

import com.twilio.http.HttpClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.twilio.TwilioClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** Twilio's REST interface, as far as calls need it that the desk makes. */
final class TwilioCalls {

    /** Seconds that a telephone rings, before its mailbox would answer. */
    private static final int RING = 25;

    private final TwilioClient twilio;

    TwilioCalls(Function<URI, HttpClient> clients) {
        this.twilio = new TwilioClient(clients);
    }

    /**
     * Calls somebody.
     *
     * @param script what is heard, as TwiML of at most 4,000 characters
     * @param status where Twilio reports what becomes of the call
     * @return Twilio's id of the call; an answer without one says nothing
     * @see <a href="https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource">Create a call</a>
     */
    String call(TwilioVoiceProperties line, String to, WebhookAnswer script, URI status) throws SendFailed {
        Twiml said = new Twiml(new String(script.body(), StandardCharsets.UTF_8));
        return twilio.ask(
                        line,
                        client -> Optional.ofNullable(
                                Call.creator(line.accountSid(), new PhoneNumber(to), new PhoneNumber(line.from()), said)
                                        .setTimeout(RING)
                                        .setStatusCallback(status)
                                        .create(client)
                                        .getSid()))
                .orElseThrow(() -> new SendFailed(SendFailed.Outcome.UNKNOWN, "no id", Optional.empty()));
    }
}
