package id.pendopo.config.content;

import id.pendopo.ui.ContentFiles.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder with content on the disk: its files by path with slashes, in a stable order. Hidden ones and other formats are passed over. */
final class ContentFolder {

    /** Bytes of a file; twenty times the longest article. */
    static final int MOST = 1_000_000;

    private static final int DEPTH = 2;
    private static final String FORMATS = ".+\\.(?:json|ya?ml)";

    private final Path folder;

    ContentFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    boolean exists() {
        return Files.isDirectory(folder);
    }

    /** Paths of the files in it, as {@code articles/sim-online.yaml}. */
    List<String> paths() throws IOException {
        if (!exists()) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.startsWith(".") && path.matches(FORMATS))
                    .sorted()
                    .toList();
        }
    }

    /** The texts of some of its files, with line feeds at the ends of lines. */
    Map<String, String> read(List<String> paths, List<Fault> faults) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String path : paths) {
            text(path, faults).ifPresent(text -> texts.put(path, text));
        }
        return texts;
    }

    private Optional<String> text(String path, List<Fault> faults) throws IOException {
        Path file = folder.resolve(path);
        if (Files.size(file) > MOST) {
            faults.add(new Fault(path, 0, "is larger than " + MOST / 1_000_000 + " MB; make several files of it."));
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return Optional.of(
                    text.replaceFirst("^\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n'));
        } catch (CharacterCodingException e) {
            faults.add(new Fault(path, 0, "is not written in UTF-8; save it so."));
            return Optional.empty();
        }
    }

    void write(Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = folder.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }
}
