package id.pendopo.knowledge.fitting;

import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.text.WordList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Cache of learned weights in one file, valid for the articles and the model that they were learned with. What cannot be read is
 * as if it were not there.
 *
 * @param file where they are; it and its folder need not exist
 * @param model the files of the model, whose contents are part of the key
 */
public record StoredWeights(Path file, List<Path> model) {

    /** Raised whenever something else would be learned from the same. */
    private static final String LEARNER = "1";

    private static final int BLOCK = 1 << 16;

    /** What tells these articles with this model from others. */
    public String key(List<Passage> passages) {
        MessageDigest digest = sha256();
        digest.update((LEARNER + SearchWeights.shipped().rows()).getBytes(StandardCharsets.UTF_8));
        model.forEach(part -> add(part, digest));
        passages.forEach(passage -> digest.update(passage.toString().getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Those that were stored under this key last. */
    public Optional<SearchWeights> read(String key) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() || !lines.getFirst().equals("# " + key)
                    ? Optional.empty()
                    : Optional.of(SearchWeights.of(WordList.numbers(lines.subList(1, lines.size()))));
        } catch (IOException | IllegalArgumentException | IllegalStateException unreadable) {
            return Optional.empty();
        }
    }

    /** @throws IOException the file cannot be written; what was learned is learned again at the next start */
    public void write(String key, SearchWeights weights) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, "weights", ".tmp");
        Files.writeString(written, "# " + key + "\n" + weights.rows());
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void add(Path part, MessageDigest digest) {
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(part)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
