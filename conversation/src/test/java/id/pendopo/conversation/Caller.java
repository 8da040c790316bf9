package id.pendopo.conversation;

import id.pendopo.channels.voice.phone.PhoneCall;
import id.pendopo.channels.voice.phone.PhoneCall.Heard;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with any telephone, and Twilio between the telephone and the desk. */
final class Caller {

    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String DESK = "+622155500113";

    private static final Pattern CODE = Pattern.compile("\\d{3} \\d{3} \\d{4}");

    private final PhoneCall call;
    private int read;

    private Caller(PhoneCall call) {
        this.call = call;
    }

    /** Calls from a number and is answered; {@link #hears} tells the first words. */
    static Caller dials(PhoneCall.Desk desk, String number) throws IOException {
        Caller caller = new Caller(new PhoneCall(desk, "voicemain", ACCOUNT, number, DESK));
        caller.call.dial();
        return caller;
    }

    /** What was said since the last question to this; digits as digits. */
    String hears() {
        List<Heard> all = call.heard();
        String words = all.subList(read, all.size()).stream()
                .filter(heard -> heard.who() != Heard.Who.CALLER)
                .map(Heard::words)
                .collect(Collectors.joining(" "));
        read = all.size();
        return words;
    }

    String presses(String keys) throws IOException {
        hears();
        call.press(keys);
        return hears();
    }

    String says(String words) throws IOException {
        return mumbles(words, 0.9);
    }

    /** @param confidence how sure the recognition is */
    String mumbles(String words, double confidence) throws IOException {
        hears();
        call.say(words, confidence);
        return hears();
    }

    String keepsSilent() throws IOException {
        hears();
        call.keepSilent();
        return hears();
    }

    PhoneCall call() {
        return call;
    }

    /** The ticket's number, which was said twice. */
    static String code(String heard) {
        Matcher code = CODE.matcher(heard);
        List<String> said = code.results().map(found -> found.group()).toList();
        if (said.size() < 2 || !said.get(0).equals(said.get(1))) {
            throw new AssertionError("no number was said twice: " + heard);
        }
        return said.getFirst().replace(" ", "");
    }
}
