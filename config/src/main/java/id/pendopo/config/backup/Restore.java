package id.pendopo.config.backup;

import id.pendopo.ui.RestoreRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.springframework.util.FileSystemUtils;

/**
 * A restore: reads the backup through, puts the database together in a schema of its own and the files in a folder of their own,
 * and has both take the place of what is there once all is well.
 */
final class Restore {

    private static final String OTHERS = """
            select count(*) from pg_stat_activity a
             where a.datname = current_database() and a.pid <> pg_backend_pid() and a.backend_type = 'client backend'
               and (a.usename = current_user or not exists (select from pg_roles r where r.rolname = a.usename and r.rolsuper))
            """;

    private final Installation target;
    private final Verified backup;
    private final List<RestoreRules> rules;
    private final RestoreSchema schema;

    Restore(Installation target, Verified backup, List<RestoreRules> rules) {
        this.target = target;
        this.backup = backup;
        this.rules = List.copyOf(rules);
        this.schema = new RestoreSchema(target);
    }

    /** A backup that was read to its end once, and that this program can restore. */
    record Verified(Path file, BackupKey key, Contents contents, Manifest manifest) {

        /** @throws BackupRefused it is none, not with this key, not whole, or of a newer version */
        static Verified of(Path file, BackupKey key) throws IOException, SQLException {
            BackupReader.Nothing through = new BackupReader.Nothing();
            Manifest manifest = BackupReader.read(file, key, through);
            RestoreSchema.known(through.contents().migrations());
            return new Verified(file, key, through.contents(), manifest);
        }
    }

    /**
     * Does it.
     *
     * @param replace whether what is there may go
     * @throws BackupRefused it is not done, and nothing was changed
     */
    void run(boolean replace) throws IOException, SQLException {
        String own;
        try (Connection connection = target.connect()) {
            own = Catalog.currentSchema(connection);
            alone(connection);
            if (!replace) {
                empty(new Catalog(connection, own));
            }
        }
        Files.createDirectories(target.folder());
        Path files = Files.createTempDirectory(target.folder(), ".restore");
        try {
            fill(files);
            schema.migrate();
            try (Connection connection = target.connect()) {
                repair(connection);
                alone(connection);
                schema.replace(connection, own);
            }
            move(files);
        } catch (IOException | SQLException | RuntimeException failed) {
            schema.forget();
            throw failed;
        } finally {
            FileSystemUtils.deleteRecursively(files);
        }
    }

    private static void alone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OTHERS)) {
            row.next();
            if (row.getInt(1) > 0) {
                throw new BackupRefused("Somebody is connected to this database. Stop the desk on every node first.");
            }
        }
    }

    private void empty(Catalog catalog) throws SQLException, IOException {
        if (!catalog.tables().isEmpty()) {
            throw new BackupRefused(
                    "This database is not empty. Restore into an empty one, or give up all that is in it with "
                            + "--replace.");
        }
        if (backup.manifest().files() > 0 && !StoredFiles.of(target.folder()).isEmpty()) {
            throw new BackupRefused(
                    "The data folder " + target.folder() + " holds files. Restore into an empty one, or have "
                            + "those of the backup take their place with --replace.");
        }
    }

    /** All rows in one transaction. */
    private void fill(Path files) throws IOException, SQLException {
        Contents contents = backup.contents();
        schema.make(contents.migrations());
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            Catalog catalog = new Catalog(connection, RestoreSchema.NAME);
            connection.setAutoCommit(false);
            statement.execute("set local search_path to " + RestoreSchema.NAME);
            emptied(catalog, contents, statement);
            triggers(catalog, contents, statement, "disable");
            Manifest read = BackupReader.read(backup.file(), backup.key(), new Filling(catalog, connection, files));
            if (!read.equals(backup.manifest())) {
                throw new BackupRefused("The backup was changed while it was read. Restore again.");
            }
            sequences(catalog, connection, read);
            triggers(catalog, contents, statement, "enable");
            connection.commit();
        }
    }

    /** What the owners of the tables say that a restore makes of them. */
    private void repair(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path to " + RestoreSchema.NAME);
            for (RestoreRules rule : rules) {
                for (String repair : rule.repairs()) {
                    statement.execute(repair);
                }
            }
        }
        connection.commit();
    }

    /** The tables are the backup's, and what migrations put into them gives way to its rows. */
    private static void emptied(Catalog catalog, Contents contents, Statement statement) throws SQLException {
        Map<String, Set<String>> there = new TreeMap<>();
        catalog.tables().forEach((name, columns) -> there.put(name, Set.copyOf(columns)));
        Map<String, Set<String>> wanted = new TreeMap<>();
        contents.tables().forEach(table -> wanted.put(table.name(), Set.copyOf(table.columns())));
        if (!there.equals(wanted)) {
            throw new BackupRefused(
                    "The backup's tables are not those that its migrations make: it was taken of a database that "
                            + "was changed by hand. Take another one with those changes undone.");
        }
        statement.execute(
                there.keySet().stream().map(catalog::qualified).collect(Collectors.joining(", ", "truncate ", "")));
    }

    private static void triggers(Catalog catalog, Contents contents, Statement statement, String what)
            throws SQLException {
        for (Contents.Table table : contents.tables()) {
            statement.execute("alter table " + catalog.qualified(table.name()) + " " + what + " trigger user");
        }
    }

    private static void sequences(Catalog catalog, Connection connection, Manifest manifest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            for (Manifest.Sequence sequence : manifest.sequences()) {
                statement.setString(1, catalog.qualified(sequence.name()));
                statement.setLong(2, sequence.value());
                statement.setBoolean(3, sequence.called());
                statement.execute();
            }
        }
    }

    /** Each takes the place of its forerunner at once; others stay. */
    private void move(Path files) {
        for (Manifest.Part part : backup.manifest().parts()) {
            if (part.file()) {
                String path = part.name().substring(Manifest.FILES.length());
                move(files.resolve(path), target.folder().resolve(path));
            }
        }
    }

    private static void move(Path file, Path goal) {
        try {
            Files.createDirectories(goal.toAbsolutePath().getParent());
            Files.move(file, goal, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new BackupRefused(
                    "The database is restored, but " + goal
                            + " cannot be written. Mend that and restore again with --replace.",
                    refused);
        }
    }

    /** Takes rows into the tables and files into a folder. */
    private record Filling(Catalog catalog, Connection connection, Path files) implements BackupReader.Taker {

        @Override
        public void contents(Contents contents) {}

        @Override
        public void table(Contents.Table table, InputStream rows) throws SQLException, IOException {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(Copies.in(catalog, table), rows);
        }

        @Override
        public void file(String path, InputStream content) throws IOException {
            Path goal = files.resolve(path).normalize();
            if (!goal.startsWith(files)) {
                throw new BackupRefused("This backup names a file outside of the data folder. Do not use it.");
            }
            Files.createDirectories(goal.getParent());
            Files.copy(content, goal);
        }
    }
}
