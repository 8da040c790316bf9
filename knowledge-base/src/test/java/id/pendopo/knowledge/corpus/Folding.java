package id.pendopo.knowledge.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes from a text what a generator could vary: case, punctuation, digits, names; and then the function words. */
final class Folding {

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DIGITS = Pattern.compile("\\p{N}+([.,]\\p{N}+)*");

    private final Set<String> names;
    private final Set<String> functionWords;

    private Folding(Set<String> names, Set<String> functionWords) {
        this.names = names;
        this.functionWords = functionWords;
    }

    static Folding of(Path corpus) {
        return new Folding(words(corpus.resolve("names.txt")), words(corpus.resolve("function-words.txt")));
    }

    /** The text in small letters, each number a {@code 0}, each name an {@code X}. */
    String folded(String text) {
        return tokens(text).collect(Collectors.joining(" "));
    }

    /** The set of content words; the folded text itself where nothing but function words is said ("iya pak"). */
    String skeleton(String text) {
        Set<String> content = tokens(text)
                .filter(word -> !word.equals("X") && !word.equals("0") && !functionWords.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
        return content.isEmpty() ? folded(text) : String.join(" ", content);
    }

    private Stream<String> tokens(String text) {
        return NOT_A_WORD
                .splitAsStream(DIGITS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" 0 "))
                .filter(word -> !word.isEmpty())
                .map(word -> names.contains(word) ? "X" : word);
    }

    private static Set<String> words(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
