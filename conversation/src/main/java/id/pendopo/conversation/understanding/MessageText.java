package id.pendopo.conversation.understanding;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.forms.Validator.YesNo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message's text, normalized for matching, and the choice that it picks.
 *
 * @param text what was typed
 * @param plain the same in lower case without punctuation, one space between words
 * @param pick the choice that was pressed, or whose number was typed
 */
public record MessageText(String text, String plain, Optional<String> pick) {

    private static final Pattern QUESTION = Pattern.compile(
            "\\b(?:apa|apakah|apaan|berapa|brp|brapa|gimana|gmn|gmana|bagaimana|bgmn|kapan|kpn|di ?mana|dmn|ke ?mana|kmn|siapa|"
                    + "syarat(?:nya)?|biaya(?:nya)?|how|what|when|where|who|which|pinten|pira|piro|piye|kepiye|pripun|pundi|ngendi|"
                    + "sabaraha|kumaha|naon|iraha)\\b");

    private static final Pattern NUMBER = Pattern.compile("(?:no|nomor|pilih|pilihan|option)?\\s?(\\d{1,2})");

    /** @param options what a typed "1", "2", "3" picks, in order */
    public static MessageText of(InboundMessage message, List<String> options) {
        String plain = plain(message.text());
        return new MessageText(message.text(), plain, message.choice().or(() -> numbered(plain, options)));
    }

    /** Words that no choice goes with. */
    public static MessageText of(String text) {
        return new MessageText(text, plain(text), Optional.empty());
    }

    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean between = false;
        for (int c : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            if (!wordly(c)) {
                between = true;
                continue;
            }
            if (between && !plain.isEmpty()) {
                plain.append(' ');
            }
            plain.appendCodePoint(c);
            between = false;
        }
        return plain.toString();
    }

    /** A letter or a number, of any script: {@code [\\p{L}\\p{N}]}. */
    private static boolean wordly(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c)
                || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
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

    public int words() {
        return plain.isEmpty() ? 0 : plain.split(" ").length;
    }

    @Override
    public String toString() {
        return "MessageText[REDACTED]";
    }
}
