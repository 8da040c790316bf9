package id.pendopo.knowledge.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The corpus as it lies in a folder; immutable, so any thread may read it. */
public final class CivicCorpus {

    private static final String SUFFIX = ".tsv";
    private static final String COMMENT = "#";

    /** Articles among whose questions are calls for help. */
    private static final String CALLS = "calls.txt";

    private final List<CorpusLine> lines;
    private final Set<String> calls;

    private CivicCorpus(List<CorpusLine> lines, Set<String> calls) {
        this.lines = List.copyOf(lines);
        this.calls = Set.copyOf(calls);
    }

    /**
     * Reads all files of the corpus; a file that is not there has no lines.
     *
     * @param folder the one with the corpus' {@code README.md}
     * @throws UncheckedIOException a file cannot be read
     * @throws IllegalArgumentException a line is not well-formed; the message says where and why
     */
    public static CivicCorpus read(Path folder) {
        List<CorpusLine> lines = new ArrayList<>();
        for (Sheet sheet : Sheet.values()) {
            for (Path file : files(folder.resolve(sheet.path()))) {
                read(sheet, file, folder.relativize(file).toString(), lines);
            }
        }
        return new CivicCorpus(lines, Set.copyOf(content(folder.resolve(CALLS))));
    }

    /** Every line, file by file. */
    public List<CorpusLine> lines() {
        return lines;
    }

    /** The lines of one kind of file. */
    public List<CorpusLine> lines(Sheet sheet) {
        return lines.stream().filter(line -> line.sheet() == sheet).toList();
    }

    /** Whether a line may be a call for help, by the article that it asks of. */
    public boolean calls(CorpusLine line) {
        return line.sheet() == Sheet.QUESTIONS && calls.contains(line.cell("slug"));
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Files.exists(path) ? List.of(path) : List.of();
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Sheet sheet, Path file, String name, List<CorpusLine> into) {
        boolean rowsBegan = false;
        int number = 0;
        for (String line : content(file)) {
            number++;
            if (!rowsBegan && line.startsWith(COMMENT)) {
                continue;
            }
            rowsBegan = true;
            into.add(new CorpusLine(sheet, name + ":" + number, Arrays.asList(line.split("\t", -1))));
        }
    }

    private static List<String> content(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
