package id.pendopo.channels.voice;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.TwiMLException;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Pause;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Redirect;
import com.twilio.twiml.voice.Say;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.voice.VoiceWords.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call does next, as TwiML: it says something and then listens, connects, records or hangs up. Every way leads on;
 * silence comes back to us as an answer like any other.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml">TwiML for calls</a>
 */
final class CallScript {

    /** Nothing to say: to reports that are no answer of a caller. */
    static final WebhookAnswer NOTHING = answer(new VoiceResponse.Builder());

    /** Seconds until silence counts as an answer. */
    private static final int LISTEN = 6;

    /** Seconds that an agent's telephone rings. */
    private static final int RING = 25;

    /** Seconds of a message, and of the silence that ends it. */
    private static final int LONGEST_MESSAGE = 180;

    private static final int MESSAGE_OVER = 5;

    /** How often somebody who was called is asked for a key. */
    private static final int ASKED = 2;

    private final Tongue tongue;
    private final String action;
    private final List<Line> lines = new ArrayList<>();

    /** @param action where the answer goes, from the root of the desk's address */
    CallScript(Tongue tongue, String action) {
        this.tongue = tongue;
        this.action = action;
    }

    CallScript say(List<Line> more) {
        lines.addAll(more);
        return this;
    }

    CallScript say(String key, Object... args) {
        lines.add(new Line(tongue, VoiceWords.text(key, tongue, args)));
        return this;
    }

    /**
     * Listens for keys and speech; the caller may begin before the voice has ended.
     *
     * @param oneKey whether a single key is a whole answer; otherwise a pound key or silence ends it
     * @param hints what is likely said, separated by commas; may be empty
     */
    WebhookAnswer listen(boolean oneKey, String hints) {
        Gather.Builder gather = tongue.gather()
                .inputs(List.of(Gather.Input.DTMF, Gather.Input.SPEECH))
                .timeout(LISTEN)
                .speechTimeout("auto")
                .action(action)
                .method(HttpMethod.POST)
                .actionOnEmptyResult(true);
        if (oneKey) {
            gather.numDigits(1);
        }
        if (!hints.isBlank()) {
            gather.hints(hints);
        }
        says().forEach(gather::say);
        return answer(new VoiceResponse.Builder().gather(gather.build()).redirect(redirect(action)));
    }

    /** Puts the caller through; whether somebody answered comes back. */
    WebhookAnswer connect(String number, String callerId) {
        VoiceResponse.Builder response = spoken();
        response.dial(new Dial.Builder()
                .action(action)
                .method(HttpMethod.POST)
                .timeout(RING)
                .callerId(callerId)
                .answerOnBridge(true)
                .number(new com.twilio.twiml.voice.Number.Builder(number).build())
                .build());
        return answer(response);
    }

    /**
     * Takes a message. A message without a sound does not come back, so the call ends with a word.
     *
     * @param transcribed where the words go that are understood of it; empty where they cannot be
     */
    WebhookAnswer record(String transcribed) {
        Record.Builder record = new Record.Builder()
                .action(action)
                .method(HttpMethod.POST)
                .maxLength(LONGEST_MESSAGE)
                .timeout(MESSAGE_OVER)
                .finishOnKey("#")
                .playBeep(true);
        if (!transcribed.isEmpty()) {
            record.transcribe(true).transcribeCallback(transcribed);
        }
        VoiceResponse.Builder response = spoken().record(record.build());
        lines.clear();
        say("voice.norecording");
        says().forEach(response::say);
        return answer(response.hangup(new Hangup.Builder().build()));
    }

    /** Asks for one key, twice, and hangs up; the action is a whole address, for nobody called it. */
    WebhookAnswer confirm() {
        VoiceResponse.Builder response = new VoiceResponse.Builder();
        for (int i = 0; i < ASKED; i++) {
            Gather.Builder gather = tongue.gather()
                    .inputs(List.of(Gather.Input.DTMF))
                    .numDigits(1)
                    .timeout(LISTEN)
                    .action(action)
                    .method(HttpMethod.POST);
            says().forEach(gather::say);
            response.gather(gather.build());
        }
        return answer(response.hangup(new Hangup.Builder().build()));
    }

    WebhookAnswer hangUp() {
        return answer(spoken().hangup(new Hangup.Builder().build()));
    }

    /** Waits a moment and goes on at the action. */
    WebhookAnswer wait(int seconds) {
        return answer(
                spoken().pause(new Pause.Builder().length(seconds).build()).redirect(redirect(action)));
    }

    private VoiceResponse.Builder spoken() {
        VoiceResponse.Builder response = new VoiceResponse.Builder();
        says().forEach(response::say);
        return response;
    }

    /** Lines in one language are one breath. */
    private List<Say> says() {
        List<Say> says = new ArrayList<>();
        List<Line> breath = new ArrayList<>();
        for (Line line : lines) {
            if (!breath.isEmpty() && breath.getFirst().tongue() != line.tongue()) {
                says.add(spoken(breath));
                breath.clear();
            }
            breath.add(line);
        }
        if (!breath.isEmpty()) {
            says.add(spoken(breath));
        }
        return says;
    }

    private static Say spoken(List<Line> breath) {
        Tongue voice = breath.getFirst().tongue();
        Say.Builder say = voice.say();
        String text = String.join("\n", breath.stream().map(Line::text).toList());
        Reading.of(text, voice).forEach(sound -> sound.into(say));
        return say.build();
    }

    private static Redirect redirect(String address) {
        return new Redirect.Builder(address).method(HttpMethod.POST).build();
    }

    private static WebhookAnswer answer(VoiceResponse.Builder response) {
        try {
            byte[] xml = response.build().toXml().getBytes(StandardCharsets.UTF_8);
            return new WebhookAnswer(200, "text/xml;charset=UTF-8", xml);
        } catch (TwiMLException e) {
            throw new IllegalStateException("a call's answer is no TwiML", e);
        }
    }
}
