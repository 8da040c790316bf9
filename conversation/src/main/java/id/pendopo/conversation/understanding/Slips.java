package id.pendopo.conversation.understanding;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that are known also with one slip of the finger (edit distance). Immutable. */
final class Slips {

    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

    private final Set<String> wordings;

    Slips(Collection<String> wordings) {
        this.wordings = Set.copyOf(wordings);
    }

    /** Whether it is one of them with a slip. */
    boolean of(String typed) {
        return wordings.stream().anyMatch(wording -> slipped(wording, typed));
    }

    /** Characters of the longest one. */
    int longest() {
        return wordings.stream().mapToInt(String::length).max().orElse(0);
    }

    /** One letter doubled, or two neighbours swapped; in longer words also one missing, extra or wrong. */
    private static boolean slipped(String wording, String typed) {
        if (wording.length() < 4 || wording.contains(" ") || typed.isEmpty() || typed.charAt(0) != wording.charAt(0)) {
            return swapped(wording, typed);
        }
        if (undoubled(typed).equals(undoubled(wording)) || swapped(wording, typed)) {
            return true;
        }
        return wording.length() >= 6 && oneEdit(wording, typed)
                || wording.length() >= 4 && wording.length() == typed.length() && oneEdit(wording, typed);
    }

    private static String undoubled(String word) {
        return DOUBLED.matcher(word).replaceAll("$1");
    }

    private static boolean swapped(String wording, String typed) {
        if (wording.length() < 4 || wording.length() != typed.length()) {
            return false;
        }
        for (int i = 0; i + 1 < wording.length(); i++) {
            String other =
                    wording.substring(0, i) + wording.charAt(i + 1) + wording.charAt(i) + wording.substring(i + 2);
            if (other.equals(typed)) {
                return true;
            }
        }
        return false;
    }

    private static boolean oneEdit(String wording, String typed) {
        int longer = Math.max(wording.length(), typed.length());
        int start = 0;
        int shorter = Math.min(wording.length(), typed.length());
        while (start < shorter && wording.charAt(start) == typed.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && wording.charAt(wording.length() - 1 - end) == typed.charAt(typed.length() - 1 - end)) {
            end++;
        }
        return longer - shorter <= 1 && longer - start - end <= 1;
    }
}
