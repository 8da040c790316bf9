package id.pendopo.knowledge.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Bilingual dictionary: the house's lists of words and what they are called in English; {@code words/README.md} tells
 * the format.
 */
final class EnglishNames {

    /** The languages that have a list, the commonest first. */
    static final List<String> LANGUAGES = List.of("id", "jv", "su");

    private EnglishNames() {}

    /** The words and phrases of a language, each with one English name or more. */
    static SortedMap<String, List<String>> of(String language, Path folder) throws IOException {
        SortedMap<String, List<String>> names = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(language + ".tsv"))) {
            List<String> columns = List.of(line.split("\t"));
            names.put(columns.getFirst(), columns.subList(1, columns.size()));
        }
        return names;
    }

    /** Some words in a row, from all over a list, as if somebody had said them. */
    static List<String> mixed(List<String> words, int inARow) {
        int rows = words.size() / inARow;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            List<String> line = new ArrayList<>();
            for (int j = 0; j < inARow; j++) {
                line.add(words.get(i + j * rows));
            }
            lines.add(String.join(" ", line));
        }
        return lines;
    }
}
