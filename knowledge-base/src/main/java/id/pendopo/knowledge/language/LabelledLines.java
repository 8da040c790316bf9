package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier.Example;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Labelled training data, the house's own examples: a label, a tab and a line of text; {@code #} begins a comment. */
public final class LabelledLines {

    private LabelledLines() {}

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
