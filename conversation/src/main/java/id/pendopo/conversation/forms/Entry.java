package id.pendopo.conversation.forms;

import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.ticketing.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody put into a field.
 *
 * @param likely the category that the words are likely about
 */
public record Entry(MessageText said, List<Category> categories, Optional<Category> likely) {

    /** Letters; shorter words of a name say nothing. */
    private static final int SHORTEST = 4;

    public Entry {
        categories = List.copyOf(categories);
    }

    /** The only category whose name has a word in the text that the others' names lack. */
    Optional<Category> named() {
        Set<String> words = words(said.phrasebook().corrections().meant(text()).orElse(text()));
        List<Category> named = categories.stream()
                .filter(category -> category.names().texts().values().stream()
                        .flatMap(name -> words(name).stream())
                        .filter(word -> word.length() >= SHORTEST && words.contains(word))
                        .anyMatch(word -> only(category, word)))
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private boolean only(Category category, String word) {
        return categories.stream()
                .filter(other -> !other.equals(category))
                .flatMap(other -> other.names().texts().values().stream())
                .noneMatch(name -> words(name).contains(word));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(MessageText.plain(text).split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    public String text() {
        return said.text();
    }

    @Override
    public String toString() {
        return "Entry[REDACTED]";
    }
}
