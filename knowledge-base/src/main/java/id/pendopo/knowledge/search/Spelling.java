package id.pendopo.knowledge.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the known word that a mistyped one was meant to be: one letter wrong, missing, doubled or swapped, or a word whose
 * vowels were left out ("kndraan"). Built once per index, then only read.
 */
final class Spelling {

    private static final int SHORTEST = 4;
    private static final Pattern VOWELS = Pattern.compile("[aeiou]");

    private final Map<String, Integer> frequency;
    private final Map<String, List<String>> byDeletion = new HashMap<>();
    private final Map<String, List<String>> bySkeleton = new HashMap<>();

    /**
     * Learns the known words.
     *
     * @param frequency in how many articles each word occurs, 0 for words that only the word lists know; of two
     *     candidates the more frequent wins
     */
    Spelling(Map<String, Integer> frequency) {
        this.frequency = Map.copyOf(frequency);
        for (String word : this.frequency.keySet()) {
            if (word.length() < SHORTEST || !Character.isLetter(word.charAt(0))) {
                continue;
            }
            byDeletion.computeIfAbsent(word, k -> new ArrayList<>()).add(word);
            for (String shorter : deletions(word)) {
                byDeletion.computeIfAbsent(shorter, k -> new ArrayList<>()).add(word);
            }
            bySkeleton.computeIfAbsent(skeleton(word), k -> new ArrayList<>()).add(word);
        }
    }

    /** Whether the word occurs in an article; a word that only the word lists know does not. */
    boolean isIndexed(String word) {
        return frequency.getOrDefault(word, 0) > 0;
    }

    private boolean knows(String word) {
        return frequency.containsKey(word);
    }

    /** The word that was meant; empty when the word is known, too short, or like nothing. */
    Optional<String> correct(String word) {
        if (knows(word) || word.length() < SHORTEST || !Character.isLetter(word.charAt(0))) {
            return Optional.empty();
        }
        Collection<String> near = Stream.concat(Stream.of(word), deletions(word).stream())
                .flatMap(form -> byDeletion.getOrDefault(form, List.of()).stream())
                .filter(known -> isOneSlipAway(word, known))
                .toList();
        if (near.isEmpty() && (word.length() - skeleton(word).length()) * 3 <= word.length()) {
            near = bySkeleton.getOrDefault(skeleton(word), List.of());
        }
        return near.stream()
                .max(Comparator.comparing((String known) -> known.charAt(0) == word.charAt(0))
                        .thenComparing(frequency::get)
                        .thenComparing(Comparator.reverseOrder()));
    }

    private static Set<String> deletions(String word) {
        return java.util.stream.IntStream.range(0, word.length())
                .mapToObj(i -> word.substring(0, i) + word.substring(i + 1))
                .collect(java.util.stream.Collectors.toSet());
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
        String left = a.substring(head, a.length() - tail);
        String right = b.substring(head, b.length() - tail);
        boolean swapped = left.length() == 2
                && right.length() == 2
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0);
        return swapped || Math.max(left.length(), right.length()) <= 1;
    }

    private static String skeleton(String word) {
        return word.charAt(0) + VOWELS.matcher(word.substring(1)).replaceAll("");
    }
}
