package id.pendopo.config.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a backup from its beginning to its end and compares every entry with the manifest that ends it. What it hands on is
 * authentic, but whether all of it is there is known only when it returns.
 */
final class BackupReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ANOTHER = " Take another backup.";

    private final ZipInputStream zip;
    private final Taker taker;
    private final List<Manifest.Part> seen = new ArrayList<>();
    private final Map<String, Contents.Table> tables = new HashMap<>();

    private BackupReader(ZipInputStream zip, Taker taker) {
        this.zip = zip;
        this.taker = taker;
    }

    /** Who takes what is read. */
    interface Taker {

        /** Before all else. */
        void contents(Contents contents) throws SQLException, IOException;

        /** The rows of a table, as {@code COPY} wrote them. */
        void table(Contents.Table table, InputStream rows) throws SQLException, IOException;

        /** A file by its path in the data folder. */
        void file(String path, InputStream content) throws IOException;
    }

    /** Takes nothing: reads a backup through. */
    static final class Nothing implements Taker {

        private @Nullable Contents contents;

        @Override
        public void contents(Contents what) {
            contents = what;
        }

        @Override
        public void table(Contents.Table table, InputStream rows) {}

        @Override
        public void file(String path, InputStream content) {}

        Contents contents() {
            if (contents == null) {
                throw new IllegalStateException("nothing was read");
            }
            return contents;
        }
    }

    /**
     * Reads a backup.
     *
     * @throws BackupRefused it is no backup, not with this key, or not as it was made
     */
    static Manifest read(Path file, BackupKey key, Taker taker) throws IOException, SQLException {
        try (InputStream content = Files.newInputStream(file);
                DecryptedInput plain = new DecryptedInput(content, key)) {
            Manifest manifest = new BackupReader(new ZipInputStream(plain), taker).read();
            plain.transferTo(OutputStream.nullOutputStream()); // Until the last chunk has shown itself.
            return manifest;
        } catch (NoSuchFileException none) {
            throw new BackupRefused("There is no file " + file + ".", none);
        } catch (ZipException | JacksonException made) {
            throw new BackupRefused("This backup cannot be read: it was not made by this program." + ANOTHER, made);
        }
    }

    private Manifest read() throws IOException, SQLException {
        @Nullable Manifest manifest = null;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (manifest != null) {
                throw incomplete();
            }
            if (tables.isEmpty()) {
                begin(entry.getName());
            } else if (entry.getName().equals(Manifest.ENTRY)) {
                manifest = JSON.readValue(zip.readAllBytes(), Manifest.class);
            } else {
                part(entry.getName());
            }
        }
        if (manifest == null || !manifest.parts().equals(seen)) {
            throw incomplete();
        }
        return manifest;
    }

    private static BackupRefused incomplete() {
        return new BackupRefused("This backup is not complete: it does not hold what its manifest names." + ANOTHER);
    }

    private void begin(String name) throws IOException, SQLException {
        if (!name.equals(Contents.ENTRY)) {
            throw incomplete();
        }
        Contents contents = JSON.readValue(zip.readAllBytes(), Contents.class);
        contents.tables().forEach(table -> tables.put(table.entry(), table));
        if (tables.isEmpty()) {
            throw incomplete();
        }
        taker.contents(contents);
    }

    private void part(String name) throws IOException, SQLException {
        CountedInput counted = new CountedInput(zip);
        DigestInputStream digested = new DigestInputStream(counted, BackupWriter.sha256());
        Contents.Table table = tables.get(name);
        if (table != null) {
            taker.table(table, digested);
        } else if (name.startsWith(Manifest.FILES)) {
            taker.file(name.substring(Manifest.FILES.length()), digested);
        } else {
            throw incomplete();
        }
        digested.transferTo(OutputStream.nullOutputStream());
        seen.add(new Manifest.Part(
                name,
                table == null ? 0 : counted.lines,
                counted.bytes,
                HexFormat.of().formatHex(digested.getMessageDigest().digest())));
    }

    /** How much was read; a row ends in a line feed, and within a row there is none. Closing it closes nothing. */
    private static final class CountedInput extends FilterInputStream {

        private long bytes;
        private long lines;

        CountedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] some, int offset, int length) throws IOException {
            int count = in.read(some, offset, length);
            for (int i = offset; i < offset + count; i++) {
                if (some[i] == '\n') {
                    lines++;
                }
            }
            bytes += Math.max(count, 0);
            return count;
        }

        @Override
        public void close() {}
    }
}
