package id.pendopo.knowledge.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reader of the word lists and weights on the class path, line by line; {@code #} begins a comment. */
public final class WordList {

    private WordList() {}

    /** @param name absolute, {@code /nlu/plain.txt} */
    public static List<String> lines(String name) {
        var in = Objects.requireNonNull(WordList.class.getResourceAsStream(name), name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a name and numbers, separated by tabs. */
    public static Map<String, double[]> numbers(String name) {
        return numbers(lines(name));
    }

    /** The same of lines that were read already. */
    public static Map<String, double[]> numbers(List<String> lines) {
        return lines.stream()
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(
                        columns -> columns[0],
                        columns -> Arrays.stream(columns)
                                .skip(1)
                                .mapToDouble(Double::parseDouble)
                                .toArray()));
    }
}
