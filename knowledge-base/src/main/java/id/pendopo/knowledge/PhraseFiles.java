package id.pendopo.knowledge;

import id.pendopo.ui.CountryPack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reader of phrase files: those of the software by language, a pack's, an operator's. */
final class PhraseFiles {

    private static final String SHIPPED = "classpath*:nlu/*/phrases*.tsv";
    private static final String FOLDER = "phrases";
    private static final String ENDING = ".tsv";

    private PhraseFiles() {}

    /** The lines of the software's files and of a pack's. */
    static List<Line> of(CountryPack pack) {
        List<Line> lines = shipped();
        for (String file : pack.files(FOLDER, ENDING)) {
            List<Line> before = lines;
            lines = pack.read(FOLDER + "/" + file, in -> with(before, read(file, in)));
        }
        return lines;
    }

    private static List<Line> shipped() {
        try {
            List<Line> lines = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(SHIPPED)) {
                String path = file.getURL().getPath();
                try (InputStream in = file.getInputStream()) {
                    lines.addAll(read(path.substring(path.lastIndexOf("nlu/")), in));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with those of a folder, if there is one. */
    static List<Line> with(List<Line> lines, Path folder) {
        List<Line> more = lines;
        for (Path file : files(folder)) {
            try (InputStream in = Files.newInputStream(file)) {
                more = with(more, read(Objects.toString(file.getFileName()), in));
            } catch (IOException | IllegalArgumentException e) {
                throw new PhrasesRefused(file, e);
            }
        }
        return more;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PhrasesRefused(folder, e);
        }
    }

    /** A file adds to the names that there are; it makes none. */
    private static List<Line> with(List<Line> before, List<Line> more) {
        Set<String> names = before.stream().map(Line::name).collect(Collectors.toSet());
        for (Line line : more) {
            if (!names.contains(line.name())) {
                throw line.refused(new IllegalArgumentException("nothing is called \"" + line.name() + "\""));
            }
        }
        List<Line> all = Stream.concat(before.stream(), more.stream()).toList();
        new Phrases(all).names();
        return all;
    }

    static List<Line> read(String file, InputStream in) throws IOException {
        List<String> lines =
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        List<Line> read = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                read.add(Line.of(file + ", line " + (i + 1), lines.get(i)));
            }
        }
        return read;
    }

    /**
     * A line of a phrase file: a name, a tab, a phrase.
     *
     * @param origin the file and the line's number, for messages
     * @param exception whether it says what is not meant: what begins or ends in it
     */
    record Line(String origin, String name, boolean exception, PhraseNode phrase) {

        private static final String NOT = "! ";

        private static final Pattern NAME = Pattern.compile("[a-z0-9.-]++");

        /** @throws IllegalArgumentException it is no such line; the message says where and why */
        static Line of(String origin, String line) {
            String[] parts = line.split("\t", 2);
            if (parts.length < 2 || !NAME.matcher(parts[0]).matches()) {
                throw new IllegalArgumentException(origin + ": a name, a tab and a phrase are wanted, not: " + line);
            }
            boolean exception = parts[1].startsWith(NOT);
            try {
                return new Line(
                        origin,
                        parts[0],
                        exception,
                        PhraseSyntax.read(exception ? parts[1].substring(NOT.length()) : parts[1]));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(origin + ": " + e.getMessage(), e);
            }
        }

        IllegalArgumentException refused(IllegalArgumentException why) {
            return new IllegalArgumentException(origin + ": " + why.getMessage(), why);
        }

        /** By what its matches are known: the name, and another one for what is not meant. */
        String key() {
            return exception ? PhraseMatches.exceptions(name) : name;
        }
    }
}
