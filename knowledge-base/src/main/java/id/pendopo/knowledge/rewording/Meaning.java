package id.pendopo.knowledge.rewording;

import java.util.ArrayList;
import java.util.List;

/**
 * What a text says, as far as two texts can be compared without understanding them.
 *
 * @param figures the numbers in order, in digits, each with the word that it counts
 * @param hinges the words in order that the meaning hangs on: not, only, or, must; a "not" with what it denies
 * @param content the stems of all other words in order, without those that anybody may use
 */
record Meaning(List<String> figures, List<String> hinges, List<String> content) {

    Meaning {
        figures = List.copyOf(figures);
        hinges = List.copyOf(hinges);
        content = List.copyOf(content);
    }

    /** How many words of the content stand in the other one's in the same order. */
    int inOrderOf(List<String> other) {
        int[] before = new int[other.size() + 1];
        for (String word : content) {
            int[] now = new int[other.size() + 1];
            for (int i = 1; i <= other.size(); i++) {
                boolean same = word.equals(other.get(i - 1));
                now[i] = same ? before[i - 1] + 1 : Math.max(before[i], now[i - 1]);
            }
            before = now;
        }
        return before[other.size()];
    }

    /** The content without these words. */
    List<String> contentBut(List<String> words) {
        List<String> rest = new ArrayList<>(content);
        rest.removeAll(words);
        return rest;
    }

    @Override
    public String toString() {
        return "Meaning[REDACTED]";
    }
}
