package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier.Example;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Labelled training data, the house's own examples: a label, a tab and a line of text; {@code #} begins a comment. */
public final class LabelledLines {

    /** Where the build puts the complaints of the corpus, each with its category. */
    public static final String COMPLAINTS = "/models/complaints.tsv";

    private LabelledLines() {}

    /** A file's content, for {@link #of} to read. */
    static byte[] written(List<Example> lines) {
        return lines.stream()
                .map(line -> line.label() + "\t" + line.text() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a file of the class path.
     *
     * @throws IllegalStateException when it is not there
     */
    public static List<Example> of(String resource) {
        InputStream in = LabelledLines.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is missing on the class path");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && line.indexOf('\t') > 0)
                    .map(line -> line.split("\t", 2))
                    .map(columns -> new Example(columns[1].strip(), columns[0].strip()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
