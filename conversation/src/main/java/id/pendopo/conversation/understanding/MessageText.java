package id.pendopo.conversation.understanding;

import id.pendopo.channels.InboundMessage;
import id.pendopo.knowledge.PhraseMatches;
import id.pendopo.knowledge.PhraseWord;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message's text, normalized for matching, and the choice that it picks.
 *
 * @param text what was typed
 * @param plain the same in lower case without punctuation, one space between words
 * @param pick the choice that was pressed, or whose number was typed
 * @param said the phrases in it
 * @param phrasebook what else its words are understood by
 */
public record MessageText(String text, String plain, Optional<String> pick, PhraseMatches said, Phrasebook phrasebook) {

    private static final Pattern NO_DIGIT = Pattern.compile("\\D");

    private static final int MOST_DIGITS = 2;

    /** @param options what a typed "1", "2", "3" picks, in order */
    public static MessageText of(Phrasebook phrasebook, InboundMessage message, List<String> options) {
        MessageText typed = of(phrasebook, message.text());
        return new MessageText(
                typed.text, typed.plain, message.choice().or(() -> typed.numbered(options)), typed.said, phrasebook);
    }

    /** Words that no choice goes with. */
    public static MessageText of(Phrasebook phrasebook, String text) {
        return new MessageText(text, plain(text), Optional.empty(), phrasebook.in(text), phrasebook);
    }

    public static String plain(String text) {
        return PhraseWord.plain(text);
    }

    /** The choice whose number was typed; "ya" takes up the offer of a person. */
    private Optional<String> numbered(List<String> options) {
        boolean offered = !options.isEmpty() && options.getFirst().equals(ChoiceIds.PERSON);
        if (offered && said.is(Said.YES)) {
            return Optional.of(ChoiceIds.PERSON);
        }
        String number = NO_DIGIT.matcher(plain).replaceAll("");
        if (!said.is(Said.CHOICE_NUMBER) || number.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        int index = Integer.parseInt(number) - 1;
        return index >= 0 && index < options.size() ? Optional.of(options.get(index)) : Optional.empty();
    }

    public boolean picked(String id) {
        return pick.filter(id::equals).isPresent();
    }

    /** What follows the prefix in the choice's id. */
    public Optional<String> pickedAfter(String prefix) {
        return pick.filter(id -> id.startsWith(prefix)).map(id -> id.substring(prefix.length()));
    }

    /** Whether a phrase is among the words. */
    public boolean says(String phrase) {
        return said.says(phrase);
    }

    /** Whether the words are a phrase, and nothing else. */
    public boolean is(String phrase) {
        return said.is(phrase);
    }

    /** Yes, no, or neither. */
    public Optional<Boolean> yes() {
        if (is(Said.YES)) {
            return Optional.of(true);
        }
        return is(Said.NO) ? Optional.of(false) : Optional.empty();
    }

    /** Whether something is asked, by a question mark or a question word. */
    public boolean asks() {
        return text.contains("?") || says(Said.QUESTION);
    }

    /** Whether a place is named. */
    public boolean somewhere() {
        return phrasebook.places().in(text).isPresent();
    }

    public int words() {
        return said.words();
    }

    @Override
    public String toString() {
        return "MessageText[REDACTED]";
    }
}
