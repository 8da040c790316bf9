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
    static List<PhraseLine> of(CountryPack pack) {
        List<PhraseLine> lines = shipped();
        for (String file : pack.files(FOLDER, ENDING)) {
            List<PhraseLine> before = lines;
            lines = pack.read(FOLDER + "/" + file, in -> with(before, read(file, in)));
        }
        return lines;
    }

    private static List<PhraseLine> shipped() {
        try {
            List<PhraseLine> lines = new ArrayList<>();
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
    static List<PhraseLine> with(List<PhraseLine> lines, Path folder) {
        List<PhraseLine> more = lines;
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
    private static List<PhraseLine> with(List<PhraseLine> before, List<PhraseLine> more) {
        Set<String> names = before.stream().map(PhraseLine::name).collect(Collectors.toSet());
        for (PhraseLine line : more) {
            if (!names.contains(line.name())) {
                throw line.refused(new IllegalArgumentException("nothing is called \"" + line.name() + "\""));
            }
        }
        List<PhraseLine> all = Stream.concat(before.stream(), more.stream()).toList();
        new Phrases(all).names();
        return all;
    }

    static List<PhraseLine> read(String file, InputStream in) throws IOException {
        List<String> lines =
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        List<PhraseLine> read = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                read.add(PhraseLine.of(file + ", line " + (i + 1), lines.get(i)));
            }
        }
        return read;
    }
}
