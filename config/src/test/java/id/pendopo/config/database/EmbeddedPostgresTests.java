package id.pendopo.config.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class EmbeddedPostgresTests {

    @TempDir
    Path data;

    @Test
    void keepsItsDataAndItsDurabilityOverARestart() throws SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0)) {
            run(postgres, "create table kept (n int)");
            run(postgres, "insert into kept values (7)");
            assertThat(ask(postgres, "show fsync")).isEqualTo("on");
            assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0)) {
            assertThat(ask(postgres, "select n from kept")).isEqualTo("7");
        }
    }

    @Test
    void refusesASecondDeskOnTheSameData() {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0)) {
            assertThat(EmbeddedPostgres.running(data)).contains(postgres.url());
            assertThatThrownBy(() -> EmbeddedPostgres.start(data, 0)).hasMessageContaining("PENDOPO_DATA");
        }
        assertThat(EmbeddedPostgres.running(data)).isEmpty();
    }

    @Test
    void startsTheServerAgainWhenItIsKilled() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0)) {
            run(postgres, "create table kept (n int)");
            ProcessHandle.of(pid()).orElseThrow().destroyForcibly();
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(ask(postgres, "select count(*) from kept"))
                            .isEqualTo("0"));
        }
    }

    @Test
    void theDesksRoleReadsAndWritesRowsAndNoMore() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0)) {
            DatabaseRoles roles = postgres.roles();
            run(roles.owner(), "create table later (n bigint generated always as identity, what text)");
            run(roles.owner(), "create sequence counted");

            run(roles.desk(), "insert into later (what) values ('a')");
            run(roles.desk(), "update later set what = 'b'");
            assertThat(ask(roles.desk(), "select what || nextval('counted') from later"))
                    .isEqualTo("b1");
            run(roles.desk(), "delete from later");
            for (String role : List.of(roles.desk(), roles.owner())) {
                assertThat(ask(role, "select rolsuper from pg_roles where rolname = current_user"))
                        .isEqualTo("f");
                assertThatThrownBy(() -> run(role, "copy (select 1) to program 'cat'"))
                        .hasMessageContaining("permission denied");
                assertThatThrownBy(() -> ask(role, "select pg_read_file('/etc/passwd')"))
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> run(roles.desk(), "drop table later")).hasMessageContaining("owner");
            assertThatThrownBy(() -> run(roles.desk(), "create table mine (n int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void anOlderDesksFolderIsConverted() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0)) {
            for (String sql : List.of(
                    "alter schema public owner to pg_database_owner",
                    "drop owned by pendopo_desk",
                    "drop owned by pendopo_owner",
                    "drop role pendopo_owner",
                    "drop role pendopo_desk",
                    "create table older (n bigint generated always as identity, what text)",
                    "create sequence counted",
                    "create function one() returns int language sql as 'select 1'",
                    "insert into older (what) values ('kept')")) {
                run(postgres, sql);
            }
        }
        Files.delete(data.resolve("pendopo_owner.secret"));
        Files.delete(data.resolve("pendopo_desk.secret"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(data.resolve("postgres.log"), PosixFilePermissions.fromString("rw-r--r--"));

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, 0)) {
            DatabaseRoles roles = postgres.roles();
            run(roles.desk(), "insert into older (what) values ('new')");
            assertThat(ask(roles.desk(), "select count(*) + nextval('counted') + one() from older"))
                    .isEqualTo("4");
            run(roles.owner(), "alter table older add column more text");
            run(roles.owner(), "create or replace function one() returns int language sql as 'select 1'");
        }
        assertThat(permissions(data)).isEqualTo("rwx------");
        for (String file : List.of(
                "postgres.log",
                "postgres-commands.log",
                "pendopo.lock",
                "postgres.secret",
                "pendopo_owner.secret",
                "pendopo_desk.secret")) {
            assertThat(permissions(data.resolve(file))).as(file).isEqualTo("rw-------");
        }
    }

    @Test
    void aFolderThatOthersWriteToIsNotTakenFromThem() throws Exception {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));

        PrivateFiles.closeFolder(data, PostgresUser.detect(data, data.resolve("pgdata-18")));

        assertThat(permissions(data)).isEqualTo("rwxrwxrwx");
    }

    @Test
    void startedByRootItHasNotTheRightsOfRoot() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "who starts it is not root");
        Path reached = Files.createTempDirectory("pendopo-as-root");
        try {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(reached, 0)) {
                run(postgres, "create table kept (n int)");
                Path server =
                        Path.of("/proc", "" + EmbeddedPostgres.process(reached).orElseThrow());
                assertThat(Files.getAttribute(server, "unix:uid")).isNotEqualTo(0);
                assertThat(permissions(reached)).isEqualTo("rwx------");
                assertThatThrownBy(
                                () -> ask(postgres, "select pg_read_file('" + reached.resolve("pendopo.lock") + "')"))
                        .hasMessageContaining("Permission denied");
            }
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(reached, 0)) {
                assertThat(ask(postgres, "select count(*) from kept")).isEqualTo("0");
            }
        } finally {
            FileSystemUtils.deleteRecursively(reached);
        }
    }

    @Test
    void aClusterOfRootIsRunByRoot() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "who starts it is not root");
        Path cluster = Files.createDirectory(data.resolve("pgdata-18"));

        assertThat(PostgresUser.detect(data, cluster).uid()).isZero();
        Files.setAttribute(cluster, "unix:uid", 12345);
        assertThat(PostgresUser.detect(data, cluster).uid()).isEqualTo(12345);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private long pid() throws Exception {
        return Long.parseLong(Files.readAllLines(data.resolve("pgdata-18/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        run(postgres.url(), sql);
    }

    private static void run(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        return ask(postgres.url(), sql);
    }

    private static String ask(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
