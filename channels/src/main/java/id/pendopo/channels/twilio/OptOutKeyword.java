package id.pendopo.channels.twilio;

import id.pendopo.channels.AddressEvent.What;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Words that Twilio answers itself, and acts on: the desk keeps silent, or the citizen would get two answers. BERHENTI,
 * MULAI and BANTUAN are unknown to Twilio and reach the desk as ordinary messages.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out">Advanced Opt-Out</a>
 * @see <a href="https://help.twilio.com/articles/223134027">Twilio's support for opt-out keywords</a>
 */
public enum OptOutKeyword {
    STOP(
            Optional.of(What.OPTED_OUT),
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT")),
    START(Optional.of(What.OPTED_IN), Set.of("START", "UNSTOP")),
    HELP(Optional.empty(), Set.of("HELP", "INFO"));

    private final Optional<What> what;
    private final Set<String> words;

    OptOutKeyword(Optional<What> what, Set<String> words) {
        this.what = what;
        this.words = words;
    }

    /** What it means for the line with this person; HELP changes nothing. */
    public Optional<What> what() {
        return what;
    }

    /**
     * The keyword that Twilio acted on.
     *
     * @param optOutType what Twilio says of it, which only messaging services with Advanced Opt-Out do
     * @param text the message, alone of its kind: "STOP" is a keyword, "stop it" is not
     */
    public static Optional<OptOutKeyword> of(Optional<String> optOutType, String text) {
        String word = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(keyword -> optOutType.map(keyword.name()::equals).orElse(keyword.words.contains(word)))
                .findFirst();
    }

    /** What Twilio says that it was; empty when it says nothing, whatever the message's words are. */
    public static Optional<OptOutKeyword> said(Optional<String> optOutType) {
        return Arrays.stream(values())
                .filter(keyword -> optOutType.map(keyword.name()::equals).orElse(false))
                .findFirst();
    }

    /**
     * Twilio lets YES reach a person again who was out, and keeps silent towards everybody else, to whom it is an answer
     * to our question: so it is both.
     */
    public static boolean reopens(String text) {
        return text.equalsIgnoreCase("YES");
    }
}
