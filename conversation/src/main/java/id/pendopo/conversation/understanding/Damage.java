package id.pendopo.conversation.understanding;

import id.pendopo.knowledge.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that say what is wrong somewhere (light stemming by affixes). They end the place that was named, unless they belong
 * to its name. Its words are the phrases {@code damage.X}. Immutable.
 */
final class Damage {

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

    /** With what is put before and behind it: "bolong2", "berlubang-lubang", "retaknya". */
    private final Set<String> roots;

    private final Set<String> prefixes;
    private final Set<String> suffixes;

    /** These stand alone. */
    private final Set<String> words;

    /** Baubau is a town. */
    private final Set<String> towns;

    /** Names that have such a word in them. */
    private final Set<String> names;

    Damage(Phrases phrases) {
        roots = phrases.wordings("damage.root");
        prefixes = phrases.wordings("damage.prefix");
        suffixes = phrases.wordings("damage.suffix");
        words = phrases.wordings("damage.word");
        towns = phrases.wordings("damage.town");
        names = phrases.wordings("damage.name");
    }

    /** Whether the word at this position tells of damage, or how bad it is. */
    boolean at(List<String> text, int at) {
        String word = bare(text.get(at));
        boolean damage = words.contains(word) || towns.stream().noneMatch(word::startsWith) && affixed(word);
        return damage && !name(text, at - 1) && !name(text, at);
    }

    private boolean affixed(String word) {
        return stemmed(word)
                || prefixes.stream()
                        .anyMatch(prefix -> word.startsWith(prefix) && stemmed(word.substring(prefix.length())));
    }

    private boolean stemmed(String word) {
        return rooted(word)
                || suffixes.stream()
                        .anyMatch(suffix ->
                                word.endsWith(suffix) && rooted(word.substring(0, word.length() - suffix.length())));
    }

    /** "Bolong", "bolong2", "bolong-bolong". */
    private boolean rooted(String word) {
        if (word.isEmpty()) {
            return false;
        }
        String half = word.substring(0, word.length() / 2);
        String once = word.equals(half + half) ? half : word;
        boolean counted = Character.isDigit(word.charAt(word.length() - 1));
        return roots.contains(once)
                || roots.contains(word)
                || counted && roots.contains(word.substring(0, word.length() - 1));
    }

    private boolean name(List<String> text, int at) {
        return at >= 0 && at + 1 < text.size() && names.contains(bare(text.get(at)) + " " + bare(text.get(at + 1)));
    }

    /** A word in lower case without punctuation. */
    static String bare(String word) {
        return NO_LETTER.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
