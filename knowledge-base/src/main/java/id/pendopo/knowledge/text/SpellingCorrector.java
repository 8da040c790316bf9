package id.pendopo.knowledge.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Spelling correction at edit distance 1: finds the known word that a mistyped one was meant to be: one letter wrong,
 * missing, doubled or swapped, or a word whose vowels were left out ("kndraan"). Built once per index, then only read.
 */
public final class SpellingCorrector {

    private static final int SHORTEST = 4;
    private static final Pattern VOWELS = Pattern.compile("[aeiou]");

    private final Map<String, Integer> frequency;
    private final String[] words;

    /** By each form that a word has with a letter less: the form's hash in the upper half, the word's place in the lower. */
    private final long[] byDeletion;

    /** The same by the form that a word has without vowels. */
    private final long[] bySkeleton;

    /**
     * Learns the known words.
     *
     * @param frequency in how many articles each word occurs, 0 for words that only the word lists know; of two
     *     candidates the more frequent wins
     */
    public SpellingCorrector(Map<String, Integer> frequency) {
        this.frequency = Map.copyOf(frequency);
        words = this.frequency.keySet().stream()
                .filter(SpellingCorrector::canBeMeant)
                .toArray(String[]::new);
        byDeletion = places(SpellingCorrector::withALetterLess);
        bySkeleton = places(word -> Stream.of(skeleton(word)));
    }

    private long[] places(Function<String, Stream<String>> forms) {
        return IntStream.range(0, words.length)
                .boxed()
                .flatMapToLong(place -> forms.apply(words[place]).mapToLong(form -> first(form) | place))
                .sorted()
                .toArray();
    }

    /** Whether the word occurs in an article; a word that only the word lists know does not. */
    public boolean isIndexed(String word) {
        return frequency.getOrDefault(word, 0) > 0;
    }

    private boolean knows(String word) {
        return frequency.containsKey(word);
    }

    private static boolean canBeMeant(String word) {
        return word.length() >= SHORTEST && Character.isLetter(word.charAt(0));
    }

    /** The word that was meant; empty when the word is known, too short, or like nothing. */
    public Optional<String> correct(String word) {
        if (knows(word) || !canBeMeant(word)) {
            return Optional.empty();
        }
        List<String> near = withALetterLess(word)
                .flatMap(form -> with(form, byDeletion))
                .filter(known -> isOneSlipAway(word, known))
                .toList();
        String skeleton = skeleton(word);
        if (near.isEmpty() && (word.length() - skeleton.length()) * 3 <= word.length()) {
            near = with(skeleton, bySkeleton)
                    .filter(known -> skeleton(known).equals(skeleton))
                    .toList();
        }
        return near.stream()
                .max(Comparator.comparing((String known) -> known.charAt(0) == word.charAt(0))
                        .thenComparing(frequency::get)
                        .thenComparing(Comparator.reverseOrder()));
    }

    /** The known words that have a form, and perhaps some whose forms have the same hash. */
    private Stream<String> with(String form, long[] places) {
        List<String> known = new ArrayList<>();
        long first = first(form);
        int at = Arrays.binarySearch(places, first);
        for (int i = at < 0 ? -at - 1 : at; i < places.length && places[i] >> 32 == first >> 32; i++) {
            known.add(words[(int) places[i]]);
        }
        return known.stream();
    }

    private static long first(String form) {
        return (long) form.hashCode() << 32;
    }

    /** The word itself, and without each of its letters. */
    private static Stream<String> withALetterLess(String word) {
        return Stream.concat(
                Stream.of(word),
                IntStream.range(0, word.length())
                        .mapToObj(i -> word.substring(0, i) + word.substring(i + 1))
                        .distinct());
    }

    /** One insertion, deletion, substitution or swap of neighbours. */
    private static boolean isOneSlipAway(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int head = 0;
        while (head < shorter && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        int left = a.length() - head - tail;
        int right = b.length() - head - tail;
        boolean swapped =
                left == 2 && right == 2 && a.charAt(head) == b.charAt(head + 1) && a.charAt(head + 1) == b.charAt(head);
        return swapped || Math.max(left, right) <= 1;
    }

    private static String skeleton(String word) {
        return word.charAt(0) + VOWELS.matcher(word.substring(1)).replaceAll("");
    }
}
