package id.pendopo.ticketing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The translations of a name: what a unit, a category or a holiday is called, by language.
 *
 * @param main the desk's own language, for whoever reads none of the others
 * @param texts by language tag (BCP 47, <a href="https://www.rfc-editor.org/info/bcp47">rfc-editor.org</a>), {@code id}
 *     or {@code pt-TL}; the main one first, then by tag; at least one, none blank
 */
public record Names(String main, Map<String, String> texts) {

    public Names {
        if (texts.isEmpty() || texts.values().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a name has words in at least one language, and no blank ones");
        }
        texts.keySet().stream().filter(tag -> !isTag(tag)).findFirst().ifPresent(tag -> {
            throw new IllegalArgumentException("\"" + tag + "\" is no language tag");
        });
        texts = mainFirst(main, texts);
    }

    /**
     * The translations as a file lists them, the desk's own language first.
     *
     * @throws java.util.NoSuchElementException there is none
     */
    public static Names of(Map<String, String> texts) {
        return new Names(texts.keySet().iterator().next(), texts);
    }

    /** Whether it names a language as others write it, too: {@code id}, not {@code in} or {@code Indonesian}. */
    public static boolean isTag(String tag) {
        return Locale.forLanguageTag(tag).toLanguageTag().equals(tag);
    }

    /**
     * What is wrong with names that somebody wrote into a file, and what to do; empty when nothing is.
     *
     * @param main the desk's own language, which each name has
     */
    public static Optional<String> mistake(String main, @Nullable Map<String, String> texts) {
        if (texts == null || !texts.containsKey(main)) {
            return Optional.of("the name in the desk's own language is missing: add \"" + main + "\".");
        }
        return texts.entrySet().stream()
                .map(text -> text.getValue() == null || text.getValue().isBlank()
                        ? "the name in \"" + text.getKey() + "\" is empty: write it, or leave the language out."
                        : isTag(text.getKey())
                                ? ""
                                : "\"" + text.getKey() + "\" is no language tag: write it like en or pt-TL.")
                .filter(mistake -> !mistake.isEmpty())
                .findFirst();
    }

    /** All of them in one line, for whoever compares two: {@code id: Dinas Kesehatan · en: Health Office}. */
    public String inWords() {
        return texts.entrySet().stream()
                .map(text -> text.getKey() + ": " + text.getValue())
                .collect(Collectors.joining(" · "));
    }

    /** In the reader's language; where it has none, in the desk's own; else in any. */
    public String in(Locale reader) {
        String closest = texts.getOrDefault(reader.toLanguageTag(), texts.get(reader.getLanguage()));
        return closest != null ? closest : texts.values().iterator().next();
    }

    private static Map<String, String> mainFirst(String main, Map<String, String> texts) {
        Map<String, String> ordered = new LinkedHashMap<>();
        if (texts.containsKey(main)) {
            ordered.put(main, texts.get(main));
        }
        new TreeMap<>(texts).forEach(ordered::putIfAbsent);
        return Collections.unmodifiableMap(ordered);
    }
}
