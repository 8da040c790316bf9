package id.pendopo.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Alphabet of a phrase automaton: which of the sets of words a word of a text belongs to. Immutable. */
final class PhraseVocabulary {

    static final int ANY = 0;
    static final int START = 1;
    static final int END = 2;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final Map<String, int[]> words;
    private final Map<String, int[]> beginnings;
    private final Map<String, int[]> endings;
    private final Map<String, int[]> middles;
    private final int longest;
    private final int size;

    private PhraseVocabulary(Builder builder) {
        words = frozen(builder.words);
        beginnings = frozen(builder.beginnings);
        endings = frozen(builder.endings);
        middles = frozen(builder.middles);
        longest = IntStream.concat(lengths(beginnings), lengths(endings)).max().orElse(0);
        size = builder.sets.size() + END + 1;
    }

    private static Map<String, int[]> frozen(Map<String, Set<Integer>> sets) {
        Map<String, int[]> frozen = new HashMap<>();
        sets.forEach((word, numbers) ->
                frozen.put(word, numbers.stream().mapToInt(Integer::intValue).toArray()));
        return frozen;
    }

    private static IntStream lengths(Map<String, int[]> parts) {
        return parts.keySet().stream().mapToInt(String::length);
    }

    /** How many sets there are. */
    int size() {
        return size;
    }

    int[] start() {
        return new int[] {START};
    }

    int[] end() {
        return new int[] {END};
    }

    /** The sets that a word belongs to, some of them perhaps twice. */
    int[] of(String word) {
        List<int[]> sets = new ArrayList<>();
        sets.add(new int[] {ANY});
        add(sets, words.get(word));
        if (word.chars().anyMatch(c -> c >= '0' && c <= '9')) {
            add(sets, words.get(DIGITS.matcher(word).replaceAll("#")));
        }
        for (int length = 1; length <= Math.min(longest, word.length()); length++) {
            add(sets, beginnings.get(word.substring(0, length)));
            add(sets, endings.get(word.substring(word.length() - length)));
        }
        middles.forEach((middle, numbers) -> add(sets, word.contains(middle) ? numbers : null));
        return sets.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private static void add(List<int[]> sets, int @Nullable [] more) {
        if (more != null) {
            sets.add(more);
        }
    }

    /** Numbers sets of words, one that comes again by the number that it has. */
    static final class Builder {

        private final Map<Set<String>, Integer> sets = new HashMap<>();
        private final Map<String, Set<Integer>> words = new HashMap<>();
        private final Map<String, Set<Integer>> beginnings = new HashMap<>();
        private final Map<String, Set<Integer>> endings = new HashMap<>();
        private final Map<String, Set<Integer>> middles = new HashMap<>();

        int classOf(Set<String> together) {
            return sets.computeIfAbsent(together, _ -> numbered(together, sets.size() + END + 1));
        }

        private int numbered(Set<String> together, int number) {
            for (String word : together) {
                boolean before = word.startsWith("*");
                boolean behind = word.endsWith("*");
                String part = word.replace("*", "");
                Map<String, Set<Integer>> kind =
                        before && behind ? middles : before ? endings : behind ? beginnings : words;
                kind.computeIfAbsent(part, _ -> new TreeSet<>()).add(number);
            }
            return number;
        }

        PhraseVocabulary built() {
            return new PhraseVocabulary(this);
        }
    }
}
