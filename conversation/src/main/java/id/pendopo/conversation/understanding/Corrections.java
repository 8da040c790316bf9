package id.pendopo.conversation.understanding;

import static java.util.stream.Collectors.joining;

import id.pendopo.knowledge.PhraseWord;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Extracts the corrected statement from a self-correction: of "bukan sampah deng, maksud saya lampu mati" it is "lampu
 * mati". The words that part them are read from {@code nlu/corrections.tsv}.
 */
public final class Corrections {

    private static final List<String> LINES = WordList.lines("corrections.tsv");
    private static final Pattern MEANT = words("meant");
    private static final Pattern NOT = words("not");

    /** Where one clause ends and another begins. */
    private static final Pattern BORDER =
            Pattern.compile("[,;.!?]|(?=" + words("but").pattern() + ")");

    private static final Pattern OPENING =
            Pattern.compile("^(?:[^\\p{L}\\p{N}]|" + words("but").pattern() + ")++");

    /** Fewer words tell nothing of a matter. */
    private static final int TELLS = 2;

    private Corrections() {}

    private static Pattern words(String kind) {
        String words = LINES.stream()
                .map(line -> line.split("\t", 2))
                .filter(line -> line[0].equals(kind))
                .map(line -> line[1])
                .collect(joining("|"));
        return Pattern.compile(WordList.whole(words).pattern(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** What is meant, in the citizen's own words; empty where that cannot be told from what is not. */
    public static Optional<String> meant(String text) {
        return afterHinge(text)
                .or(() -> afterDenial(text))
                .filter(meant -> PhraseWord.of(meant).size() >= TELLS);
    }

    private static Optional<String> afterHinge(String text) {
        Matcher hinge = MEANT.matcher(text);
        int end = -1;
        while (hinge.find()) {
            end = hinge.end();
        }
        return end < 0 ? Optional.empty() : Optional.of(opened(text.substring(end)));
    }

    /** From the first clause on that takes nothing back, where one before it does. */
    private static Optional<String> afterDenial(String text) {
        Matcher border = BORDER.matcher(text);
        int begin = 0;
        while (border.find()) {
            if (!NOT.matcher(text.substring(begin, border.start())).find()) {
                break;
            }
            begin = border.end();
        }
        String rest = text.substring(begin);
        return begin == 0 || NOT.matcher(rest).find() ? Optional.empty() : Optional.of(opened(rest));
    }

    private static String opened(String text) {
        return OPENING.matcher(text).replaceFirst("").strip();
    }
}
