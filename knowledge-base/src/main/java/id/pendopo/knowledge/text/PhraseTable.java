package id.pendopo.knowledge.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Longest-match phrase dictionary: phrases of one or more words with what they stand for; the longest phrase wins.
 *
 * @param <V> what a phrase stands for
 */
public final class PhraseTable<V> {

    private final Map<String, List<Entry<V>>> byFirstWord = new HashMap<>();

    private record Entry<V>(List<String> phrase, V value) {}

    /** A phrase found in a text, {@code length} words long. */
    public record Match<V>(int length, V value) {}

    public void put(List<String> phrase, V value) {
        if (phrase.isEmpty()) {
            return;
        }
        List<Entry<V>> entries = byFirstWord.computeIfAbsent(phrase.getFirst(), word -> new ArrayList<>());
        entries.add(new Entry<>(List.copyOf(phrase), value));
        entries.sort(Comparator.comparingInt((Entry<V> e) -> e.phrase().size()).reversed());
    }

    /** The longest phrase that begins at {@code start}. */
    public Optional<Match<V>> at(List<String> words, int start) {
        for (Entry<V> entry : byFirstWord.getOrDefault(words.get(start), List.of())) {
            int end = start + entry.phrase().size();
            if (end <= words.size() && words.subList(start, end).equals(entry.phrase())) {
                return Optional.of(new Match<>(entry.phrase().size(), entry.value()));
            }
        }
        return Optional.empty();
    }

    /** Every word of every phrase. */
    Set<String> words() {
        return byFirstWord.values().stream()
                .flatMap(List::stream)
                .flatMap(entry -> entry.phrase().stream())
                .collect(Collectors.toSet());
    }
}
