package id.pendopo.conversation.understanding;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.forms.Validator.YesNo;
import id.pendopo.knowledge.PhraseMatches;
import id.pendopo.knowledge.PhraseWord;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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

    private static final Pattern QUESTION = Pattern.compile(
            "\\b(?:apa|apakah|apaan|berapa|brp|brapa|gimana|gmn|gmana|bagaimana|bgmn|kapan|kpn|di ?mana|dmn|ke ?mana|kmn|siapa|"
                    + "syarat(?:nya)?|biaya(?:nya)?|how|what|when|where|who|which|pinten|pira|piro|piye|kepiye|pripun|pundi|ngendi|"
                    + "sabaraha|kumaha|naon|iraha)\\b");

    private static final Pattern NUMBER = Pattern.compile("(?:no|nomor|pilih|pilihan|option)?\\s?(\\d{1,2})");

    /** @param options what a typed "1", "2", "3" picks, in order */
    public static MessageText of(Phrasebook phrasebook, InboundMessage message, List<String> options) {
        MessageText typed = of(phrasebook, message.text());
        return new MessageText(
                typed.text,
                typed.plain,
                message.choice().or(() -> numbered(typed.plain, options)),
                typed.said,
                phrasebook);
    }

    /** Words that no choice goes with. */
    public static MessageText of(Phrasebook phrasebook, String text) {
        return new MessageText(text, plain(text), Optional.empty(), phrasebook.in(text), phrasebook);
    }

    public static String plain(String text) {
        return PhraseWord.plain(text);
    }

    /** The choice whose number was typed; "ya" takes up the offer of a person. */
    private static Optional<String> numbered(String plain, List<String> options) {
        boolean offered = !options.isEmpty() && options.getFirst().equals(ChoiceIds.PERSON);
        if (offered && YesNo.read(plain).equals(Optional.of(true))) {
            return Optional.of(ChoiceIds.PERSON);
        }
        Matcher number = NUMBER.matcher(plain);
        if (!number.matches()) {
            return Optional.empty();
        }
        int index = Integer.parseInt(number.group(1)) - 1;
        return index >= 0 && index < options.size() ? Optional.of(options.get(index)) : Optional.empty();
    }

    public boolean picked(String id) {
        return pick.filter(id::equals).isPresent();
    }

    /** What follows the prefix in the choice's id. */
    public Optional<String> pickedAfter(String prefix) {
        return pick.filter(id -> id.startsWith(prefix)).map(id -> id.substring(prefix.length()));
    }

    public boolean says(Pattern pattern) {
        return pattern.matcher(plain).find();
    }

    /** Whether something is asked, by a question mark or a question word. */
    public boolean asks() {
        return text.contains("?") || says(QUESTION);
    }

    public boolean is(String... wordings) {
        return List.of(wordings).contains(plain);
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
