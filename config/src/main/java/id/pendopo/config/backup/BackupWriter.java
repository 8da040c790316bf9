package id.pendopo.config.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a backup: every row of one snapshot by {@code COPY}, then the data folder's files, as a ZIP within an encrypting
 * stream. Memory does not grow with the data.
 */
final class BackupWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int BUFFER = 1 << 16;

    private final ZipOutputStream zip;
    private final Set<String> leftOut;
    private final List<Manifest.Part> parts = new ArrayList<>();

    private BackupWriter(ZipOutputStream zip, Set<String> leftOut) {
        this.zip = zip;
        this.leftOut = leftOut;
    }

    /** Writes all of an installation to a stream, which is left open. */
    static Manifest write(Installation source, Set<String> leftOut, BackupKey key, OutputStream file)
            throws IOException, SQLException {
        try (Connection connection = source.connect();
                ZipOutputStream zip = new ZipOutputStream(new EncryptedOutput(unclosed(file), key))) {
            zip.setLevel(Deflater.BEST_SPEED);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            Manifest manifest = new BackupWriter(zip, leftOut).write(connection, source.folder());
            connection.rollback();
            return manifest;
        }
    }

    private static OutputStream unclosed(OutputStream file) {
        return new FilterOutputStream(file) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private Manifest write(Connection connection, Path folder) throws IOException, SQLException {
        Catalog catalog = new Catalog(connection, Catalog.currentSchema(connection));
        Contents contents = contents(connection, catalog);
        if (contents.migrations().isEmpty()) {
            throw new BackupRefused("This database has no tables of Pendopo: there is nothing to back up.");
        }
        json(Contents.ENTRY, contents);
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (Contents.Table table : contents.tables()) {
            if (!table.leftOut()) {
                String sql = Copies.out(catalog, table);
                part(table.entry(), out -> copies.copyOut(sql, out));
            }
        }
        for (Path path : StoredFiles.of(folder)) {
            file(folder, path);
        }
        Manifest manifest = new Manifest(parts, catalog.sequences());
        json(Manifest.ENTRY, manifest);
        return manifest;
    }

    /** The first query takes the snapshot; whoever would change a table waits until it is read. */
    private Contents contents(Connection connection, Catalog catalog) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Map<String, List<String>> tables = catalog.tablesInOrder();
            if (!tables.isEmpty()) {
                statement.execute(tables.keySet().stream()
                        .map(catalog::qualified)
                        .collect(Collectors.joining(", ", "lock table ", " in access share mode")));
            }
            try (ResultSet row = statement.executeQuery(
                    "select to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), current_setting('server_version')")) {
                row.next();
                return new Contents(
                        row.getString(1),
                        row.getString(2),
                        catalog.migrations(RestoreSchema.HISTORY),
                        tables.entrySet().stream()
                                .map(table -> new Contents.Table(
                                        table.getKey(), table.getValue(), leftOut.contains(table.getKey())))
                                .toList());
            }
        }
    }

    /** What is gone by the time that it is read is not part of it. */
    private void file(Path folder, Path path) throws IOException, SQLException {
        Path file = folder.resolve(path);
        try (var content = Files.newInputStream(file)) {
            part(Manifest.FILES + path.toString().replace('\\', '/'), out -> {
                content.transferTo(out);
                return 0;
            });
        } catch (NoSuchFileException gone) {
            return;
        }
    }

    private interface Writing {

        /** @return how many rows */
        long to(OutputStream out) throws IOException, SQLException;
    }

    private void part(String name, Writing content) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(name));
        CountedOutput counted = new CountedOutput(zip);
        DigestOutputStream digested = new DigestOutputStream(counted, sha256());
        BufferedOutputStream buffered = new BufferedOutputStream(digested, BUFFER);
        long rows = content.to(buffered);
        buffered.flush();
        zip.closeEntry();
        parts.add(new Manifest.Part(
                name,
                rows,
                counted.bytes(),
                HexFormat.of().formatHex(digested.getMessageDigest().digest())));
    }

    private void json(String name, Object content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(JSON.writeValueAsBytes(content));
        zip.closeEntry();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** How much was written. */
    private static final class CountedOutput extends FilterOutputStream {

        private long bytes;

        CountedOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            out.write(some, offset, length);
            bytes += length;
        }

        long bytes() {
            return bytes;
        }
    }
}
