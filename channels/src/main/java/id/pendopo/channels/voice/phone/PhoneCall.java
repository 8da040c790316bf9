package id.pendopo.channels.voice.phone;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.w3c.dom.Element;

/**
 * A simulated call. A call as a telephone and Twilio between it and the desk make it: reads each document's verbs in
 * order, asks for the next one, and tells what the caller heard. For tests and for the demonstration; nothing is
 * recorded or dialled. One thread.
 *
 * @see <a href="https://www.twilio.com/docs/voice/twiml">What each verb does</a>
 */
public final class PhoneCall {

    /** Documents in a row without a caller doing anything; more is a loop. */
    private static final int DOCUMENTS = 10;

    /** https://www.twilio.com/docs/api/errors/11200: an address that did not answer as it should */
    private static final String UNREACHABLE = "11200";

    private final Desk desk;
    private final Map<String, String> common = new LinkedHashMap<>();
    private final List<Heard> heard = new ArrayList<>();
    private final String account;
    private List<Element> rest = List.of();
    private URI document;
    private Waiting waiting = Waiting.ENDED;
    private Element verb = TwimlDocument.EMPTY;
    private int documents;

    /** What a call waits for. */
    public enum Waiting {
        /** Keys, speech, or silence. */
        CALLER,
        /** A message after the tone. */
        MESSAGE,
        /** The person whose telephone rings. */
        PERSON,
        ENDED
    }

    /** What happened, in order: what the desk said in which language, or what the caller did. */
    public record Heard(Who who, String language, String words) {

        /** Whose part it is. */
        public enum Who {
            DESK,
            CALLER,
            LINE
        }
    }

    /** Where webhooks go; signs them as Twilio does. */
    public interface Desk {

        /** @param address from the root of the desk's address */
        Answer post(URI address, Map<String, String> form) throws IOException;

        /** What came back. */
        record Answer(int status, String body) {}
    }

    /** @param account the line's name */
    public PhoneCall(Desk desk, String account, String accountSid, String from, String to) {
        this.desk = desk;
        this.account = account;
        this.document = URI.create("/webhooks/" + account);
        common.putAll(Map.of(
                "AccountSid",
                accountSid,
                "ApiVersion",
                "2010-04-01",
                "CallSid",
                "CA" + UUID.randomUUID().toString().replace("-", ""),
                "Direction",
                "inbound",
                "From",
                from,
                "To",
                to));
    }

    public Waiting waiting() {
        return waiting;
    }

    /** Everything so far. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    public String sid() {
        return common.getOrDefault("CallSid", "");
    }

    /** Calls and listens until the desk wants something. */
    public void dial() throws IOException {
        go(document, Map.of("CallStatus", "ringing"));
    }

    /** Presses keys: one, or a number with or without the pound key at its end. */
    public void press(String keys) throws IOException {
        require(Waiting.CALLER);
        did(keys);
        String most = verb.getAttribute("numDigits");
        String digits = keys.replaceAll("#$", "");
        String given = most.isEmpty() ? digits : digits.substring(0, Math.min(digits.length(), Integer.parseInt(most)));
        go(action(), given.isEmpty() ? Map.of() : Map.of("Digits", given, "msg", "Gather End"));
    }

    /** @param confidence how sure the recognition is, from 0 to 1 */
    public void say(String words, double confidence) throws IOException {
        require(Waiting.CALLER);
        did(words);
        go(action(), Map.of("SpeechResult", words, "Confidence", Double.toString(confidence)));
    }

    /** Says and presses nothing until the line stops waiting. */
    public void keepSilent() throws IOException {
        require(Waiting.CALLER, Waiting.MESSAGE);
        did("…");
        boolean told = waiting == Waiting.CALLER
                && verb.getAttribute("actionOnEmptyResult").equals("true");
        if (told) {
            go(action(), Map.of());
        } else {
            play(rest);
        }
    }

    /** Speaks after the tone. */
    public void leaveMessage(URI recording, int seconds) throws IOException {
        require(Waiting.MESSAGE);
        did(seconds + " s");
        go(
                action(),
                Map.of(
                        "RecordingUrl",
                        recording.toString(),
                        "RecordingDuration",
                        Integer.toString(seconds),
                        "Digits",
                        "#"));
    }

    /** @param status what became of it: {@code completed}, {@code no-answer}, {@code busy} … */
    public void personAnswers(String status) throws IOException {
        require(Waiting.PERSON);
        line(status);
        go(action(), Map.of("DialCallStatus", status, "DialCallSid", "CA" + "0".repeat(32)));
    }

    public void hangUp() throws IOException {
        if (waiting != Waiting.ENDED) {
            did("—");
            ended();
        }
    }

    private void ended() throws IOException {
        waiting = Waiting.ENDED;
        Map<String, String> form = new LinkedHashMap<>(common);
        form.putAll(Map.of("CallStatus", "completed", "CallbackSource", "call-progress-events", "SequenceNumber", "1"));
        desk.post(URI.create("/webhooks/" + account + "/status"), form);
    }

    private URI action() {
        String action = verb.getAttribute("action");
        return action.isEmpty() ? document : document.resolve(action);
    }

    private void go(URI address, Map<String, String> more) throws IOException {
        documents = 0;
        fetch(address, more);
    }

    private void fetch(URI address, Map<String, String> more) throws IOException {
        if (documents++ > DOCUMENTS) {
            throw new IllegalStateException("the call goes round in circles");
        }
        Map<String, String> form = new LinkedHashMap<>(common);
        form.put("CallStatus", "in-progress");
        form.putAll(more);
        document = address;
        Desk.Answer answer = desk.post(address, form);
        boolean fallback = address.getPath().endsWith("/fallback");
        if (answer.status() == 200) {
            play(TwimlDocument.verbs(answer.body()));
        } else if (fallback) {
            line("application error");
            ended();
        } else {
            fetch(
                    URI.create("/webhooks/" + account + "/fallback"),
                    Map.of("ErrorCode", UNREACHABLE, "ErrorUrl", address.toString()));
        }
    }

    private void play(List<Element> verbs) throws IOException {
        for (int i = 0; i < verbs.size(); i++) {
            verb = verbs.get(i);
            rest = verbs.subList(i + 1, verbs.size());
            if (leaves()) {
                return;
            }
        }
        line("Hangup");
        ended();
    }

    /** Does one verb; true when the call goes elsewhere or waits, so that the verbs after it are not done. */
    private boolean leaves() throws IOException {
        boolean goesOn = Set.of("Say", "Pause").contains(verb.getTagName());
        switch (verb.getTagName()) {
            case "Say" -> hear(verb);
            case "Pause" -> line("Pause " + verb.getAttribute("length"));
            case "Gather" -> {
                TwimlDocument.children(verb).forEach(this::hear);
                waiting = Waiting.CALLER;
            }
            case "Record" -> waitFor(Waiting.MESSAGE, "Record");
            case "Dial" ->
                waitFor(Waiting.PERSON, "Dial " + verb.getTextContent().strip());
            case "Redirect" -> fetch(document.resolve(verb.getTextContent().strip()), Map.of());
            case "Hangup" -> {
                line("Hangup");
                ended();
            }
            default -> throw new IllegalStateException("no telephone can do " + verb.getTagName());
        }
        return !goesOn;
    }

    private void waitFor(Waiting whom, String what) {
        line(what);
        waiting = whom;
    }

    private void hear(Element say) {
        if (say.getTagName().equals("Say")) {
            heard.add(new Heard(Heard.Who.DESK, say.getAttribute("language"), TwimlDocument.aloud(say)));
        }
    }

    private void did(String what) {
        heard.add(new Heard(Heard.Who.CALLER, "", what));
    }

    private void line(String what) {
        heard.add(new Heard(Heard.Who.LINE, "", what));
    }

    private void require(Waiting... states) {
        if (!List.of(states).contains(waiting)) {
            throw new IllegalStateException("the call waits for " + waiting);
        }
    }
}
