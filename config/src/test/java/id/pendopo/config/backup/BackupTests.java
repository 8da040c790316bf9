package id.pendopo.config.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.config.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A backup of a filled database and what becomes of it elsewhere: another database of the same server, another folder. */
class BackupTests {

    private static final BackupKey KEY = new BackupKey("correct horse battery staple");
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static EmbeddedPostgres postgres;

    @TempDir
    static Path folder;

    private static Installation source;
    private static Path backup;
    private static Manifest written;
    private Installation target;

    @BeforeAll
    static void fill() throws Exception {
        postgres = EmbeddedPostgres.start(folder.resolve("database"), 0);
        source = installation("source");
        source.migrations("public", "classpath:db/migration").migrate();
        JdbcClient db = db(source);
        for (String row : List.of(
                "insert into app_user (login, name, password, role) values ('ani', E'Bu Ani\\n\\t\\\\', 'hash', 'agent')",
                "insert into login_attempt (login, succeeded) select 'ani', true from generate_series(1, 500)",
                "insert into spring_session values ('p', 's', 1, 1, 1, 1, 'ani')",
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) values ('t', 'i', now(), false, 1)",
                "insert into channels_attachment (id, account, address, state, file, created_at) values (gen_random_uuid(), 'web', 'a', 'STORED', decode(repeat('00ff0a5c', 5000), 'hex'), now())",
                "insert into channels_pull (account, position, fence, lease_until, changed_at) values ('telegram', 42, nextval('channels_fence'), now() + interval '1 day', now())")) {
            db.sql(row).update();
        }
        List.of("PENDING", "SENDING", "RETRY", "SENT", "FAILED", "UNKNOWN").forEach(state -> reply(db, state));
        Files.createDirectories(source.folder().resolve("phrases"));
        Files.writeString(source.folder().resolve("phrases/own.tsv"), "greeting\tsugeng rawuh\n");
        Files.writeString(source.folder().resolve("postgres.secret"), "of this machine");
        backup = source.folder().resolve("one.backup");
        written = BackupCommand.write(source, KEY, backup);
    }

    private static void reply(JdbcClient db, String state) {
        db.sql("""
                insert into channels_outbound (account, conversation, turn, part, author, language, state, attempts, created_at,
                                               changed_at, due_at, address, blocks)
                values ('smsmain', 7, 1, 1, 'BOT', 'id', :state, 0, now() - interval '1 hour', now(), now(), '+1', '[]')
                """).param("state", state).update();
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void elsewhere() throws IOException {
        target = installation("target" + NUMBERS.incrementAndGet());
    }

    @Test
    void everyRowSequenceAndFileComesBackElsewhere() throws Exception {
        restore(backup, false);

        Map<String, String> restored = rows(target);
        Map<String, String> wanted = rows(source);
        List.of("spring_session", "scheduled_tasks").forEach(left -> wanted.put(left, "null"));
        List.of("channels_outbound", "channels_lane", "channels_pull", "channels_restored")
                .forEach(repaired -> {
                    wanted.remove(repaired);
                    restored.remove(repaired);
                });
        assertThat(restored).containsExactlyInAnyOrderEntriesOf(wanted).hasSizeGreaterThan(50);
        try (Connection connection = target.connect()) {
            assertThat(new Catalog(connection, "public").sequences())
                    .containsAll(written.sequences())
                    .hasSizeGreaterThan(5);
        }
        assertThat(StoredFiles.of(target.folder())).containsExactly(Path.of("phrases/own.tsv"));
        assertThat(target.folder().resolve("phrases/own.tsv")).hasContent("greeting\tsugeng rawuh\n");
        assertThat(schemas(target)).doesNotContain(RestoreSchema.NAME);
        assertThat(target.migrations("public", "classpath:db/migration").migrate().migrationsExecuted)
                .isZero();
    }

    @Test
    void theFileIsItsOwnersAloneAndIsNotPartOfTheNextOne() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(source.folder().resolve("one.backup.part")).doesNotExist();
        assertThat(written.parts().stream().filter(Manifest.Part::file).map(Manifest.Part::name))
                .containsExactly("files/phrases/own.tsv");
        BackupReader.Nothing through = new BackupReader.Nothing();
        assertThat(BackupReader.read(backup, KEY, through)).isEqualTo(written);
        assertThat(Files.readString(backup, StandardCharsets.ISO_8859_1)).doesNotContain("Bu Ani");
    }

    @Test
    void whatHadNotGoneOutIsInDoubtAndNobodyHoldsALease() throws Exception {
        restore(backup, false);

        JdbcClient db = db(target);
        assertThat(db.sql("""
                        select state || ' ' || coalesce(reason, '-') || ' ' || (doubt_since = created_at) || ' ' || attempts
                          from channels_outbound where doubt_since is not null
                        """).query(String.class).list()).hasSize(3).containsOnly("UNKNOWN restored true 1");
        assertThat(db.sql("select state from channels_outbound where doubt_since is null order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("FAILED", "SENT", "UNKNOWN");
        assertThat(db.sql("select conversation from channels_lane where lease_until is null and due_at <= now()")
                        .query(Long.class)
                        .list())
                .containsExactly(7L);
        assertThat(db.sql("select position from channels_pull where lease_until is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(42);
        assertThat(db.sql("select count(*) from channels_restored where at > now() - interval '1 minute'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void aWrongKeyAChangedOrACutFileChangesNothing() throws Exception {
        byte[] file = Files.readAllBytes(backup);
        byte[] changed = file.clone();
        changed[file.length / 2] ^= 1;
        Path broken = target.folder().resolveSibling("broken" + NUMBERS.get());

        assertThatThrownBy(() -> Restore.Verified.of(backup, new BackupKey("another passphrase, long enough")))
                .hasMessageContaining("key does not fit");
        Files.write(broken, changed);
        assertThatThrownBy(() -> restore(broken, true)).isInstanceOf(BackupRefused.class);
        Files.write(broken, Arrays.copyOf(file, file.length - 40));
        assertThatThrownBy(() -> restore(broken, true)).hasMessageContaining("cut off");

        assertThat(rows(target)).isEmpty();
        assertThat(schemas(target)).doesNotContain(RestoreSchema.NAME);
    }

    @Test
    void whatIsThereGoesOnlyWhenThatIsSaid() throws Exception {
        db(target).sql("create table precious (what text)").update();
        db(target)
                .sql("create function dear() returns int language sql as 'select 1'")
                .update();

        assertThatThrownBy(() -> restore(backup, false))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("not empty")
                .hasMessageContaining("--replace");
        assertThat(rows(target)).containsOnlyKeys("precious");

        restore(backup, true);
        assertThat(rows(target)).doesNotContainKey("precious").containsKey("ticket");
        restore(backup, true);
        assertThat(rows(target)).containsEntry("app_user", rows(source).get("app_user"));
    }

    @Test
    void aFolderThatHoldsFilesIsKept() throws Exception {
        Files.createDirectories(target.folder().resolve("phrases"));
        Files.writeString(target.folder().resolve("phrases/own.tsv"), "another office's");

        assertThatThrownBy(() -> restore(backup, false)).hasMessageContaining("holds files");
        assertThat(target.folder().resolve("phrases/own.tsv")).hasContent("another office's");
        assertThat(rows(target)).isEmpty();
    }

    @Test
    void aDeskThatRunsIsNotPulledAwayFromUnder() throws Exception {
        try (Connection desk = target.connect()) {
            assertThat(desk.isValid(1)).isTrue();
            assertThatThrownBy(() -> restore(backup, true)).hasMessageContaining("Stop the desk on every node first");
        }
        assertThat(rows(target)).isEmpty();
    }

    @Test
    void aNewerDesksBackupIsRefusedBeforeAnythingHappens() throws Exception {
        Installation newer = installation("newer");
        newer.migrations("public", "classpath:db/migration").migrate();
        db(newer).sql("""
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                                                   execution_time, success)
                values (9999, '99990101.0000', 'later', 'SQL', 'later', 'x', 1, true)
                """).update();
        Path later = newer.folder().resolve("later.backup");
        BackupCommand.write(newer, KEY, later);

        assertThatThrownBy(() -> restore(later, true))
                .isInstanceOf(BackupRefused.class)
                .hasMessageContaining("newer version of Pendopo (migration 99990101.0000)");
        assertThat(rows(target)).isEmpty();
    }

    @Test
    void anOlderDesksBackupIsMigratedWithItsRows() throws Exception {
        Installation older = installation("older");
        List<String> before = new ArrayList<>();
        try (Connection connection = source.connect()) {
            before.addAll(new Catalog(connection, "public").migrations(RestoreSchema.HISTORY));
        }
        before.removeIf(version -> version.compareTo("20261130") > 0);
        RestoreSchema schema = new RestoreSchema(older);
        schema.make(before);
        try (Connection connection = older.connect()) {
            schema.replace(connection, "public");
        }
        db(older)
                .sql("insert into app_user (login, name, password, role) values ('budi', 'Pak Budi', 'hash', 'agent')")
                .update();
        Path earlier = older.folder().resolve("earlier.backup");
        BackupCommand.write(older, KEY, earlier);

        restore(earlier, false);

        assertThat(db(target)
                        .sql("select scope from app_user where login = 'budi'")
                        .query(String.class)
                        .single())
                .as("as the migration of scopes leaves older people")
                .isEqualTo("all");
        assertThat(rows(target).keySet()).isEqualTo(rows(source).keySet());
    }

    @Test
    void aDatabaseWithoutADeskIsNothingToBackUp() throws Exception {
        Path none = target.folder().resolve("none.backup");

        assertThatThrownBy(() -> BackupCommand.write(target, KEY, none)).hasMessageContaining("nothing to back up");
        assertThat(none).doesNotExist();
        assertThat(target.folder()).isEmptyDirectory();
    }

    private void restore(Path file, boolean replace) throws IOException, SQLException {
        new Restore(target, Restore.Verified.of(file, KEY), OfflineSettings.rules()).run(replace);
    }

    private static Installation installation(String name) throws IOException {
        JdbcClient.create(new DriverManagerDataSource(postgres.url()))
                .sql("create database " + name)
                .update();
        return new Installation(
                postgres.url().replace("/postgres?", "/" + name + "?"),
                Optional.empty(),
                Optional.empty(),
                Files.createDirectories(folder.resolve(name)));
    }

    private static JdbcClient db(Installation of) {
        return JdbcClient.create(new DriverManagerDataSource(of.url()));
    }

    private static List<String> schemas(Installation of) {
        return db(of).sql("select nspname from pg_namespace")
                .query(String.class)
                .list();
    }

    /** Every table's rows as one text, in their order as text. */
    private static Map<String, String> rows(Installation of) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(of.url())) {
            for (String table : new Catalog(connection, "public").tables().keySet()) {
                rows.put(
                        table,
                        ""
                                + db(of).sql(
                                                "select string_agg(to_jsonb(t)::text, E'\\n' order by to_jsonb(t)::text) from \""
                                                        + table + "\" t")
                                        .query(String.class)
                                        .optional()
                                        .orElse("null"));
            }
        }
        return rows;
    }
}
