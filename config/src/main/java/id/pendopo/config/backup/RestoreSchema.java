package id.pendopo.config.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * A schema beside the desk's own in which a restored database is put together; once it is whole, it takes the other's place in
 * one transaction. Until then nothing that was there is touched.
 */
final class RestoreSchema {

    static final String NAME = "pendopo_restore";
    static final String HISTORY = "flyway_schema_history";

    /** Everything in a schema but what an extension made or what goes with a table, as statements that take it away. */
    private static final String DROPPED = """
            select format('drop %s %I.%I cascade',
                          case t.relkind when 'v' then 'view' when 'm' then 'materialized view'
                                         when 'S' then 'sequence' else 'table' end,
                          t.relnamespace::regnamespace::text, t.relname)
              from pg_class t
             where t.relnamespace = '%1$s'::regnamespace and t.relkind in ('r', 'p', 'v', 'm', 'S')
               and not exists (select from pg_depend d where d.objid = t.oid and d.deptype in ('e', 'a', 'i'))
            union all
            select format('drop routine %s cascade', p.oid::regprocedure)
              from pg_proc p
             where p.pronamespace = '%1$s'::regnamespace
               and not exists (select from pg_depend d where d.objid = p.oid and d.deptype in ('e', 'i'))
            """;

    private static final String MOVED = DROPPED.replace("'drop %s %I.%I cascade'", "'alter %s %I.%I set schema %%s'")
            .replace("'drop routine %s cascade'", "'alter routine %s set schema %%s'");

    private final Installation target;

    RestoreSchema(Installation target) {
        this.target = target;
    }

    /** Makes it as the migrations of a backup left it, and no later ones. */
    void make(List<String> versions) throws SQLException, IOException {
        run("drop schema if exists " + NAME + " cascade");
        Path scripts = Files.createTempDirectory("pendopo-restore");
        try {
            copy(Set.copyOf(versions), scripts);
            Flyway flyway = target.migrations(NAME, "filesystem:" + scripts);
            flyway.migrate();
        } finally {
            FileSystemUtils.deleteRecursively(scripts);
        }
    }

    /**
     * Whether this program knows the way to these versions.
     *
     * @throws BackupRefused it does not
     */
    static void known(List<String> versions) throws IOException {
        Set<String> unknown = new HashSet<>(versions);
        for (Resource script : scripts()) {
            unknown.remove(version(script));
        }
        if (!unknown.isEmpty()) {
            throw new BackupRefused("This backup was made by a newer version of Pendopo (migration "
                    + unknown.stream().max(String::compareTo).orElseThrow()
                    + "). Install that version, or a later one, and restore with it.");
        }
    }

    private static void copy(Set<String> versions, Path folder) throws IOException {
        for (Resource script : scripts()) {
            if (versions.contains(version(script))) {
                try (InputStream sql = script.getInputStream()) {
                    Files.copy(sql, folder.resolve("" + script.getFilename()));
                }
            }
        }
    }

    private static Resource[] scripts() throws IOException {
        return new PathMatchingResourcePatternResolver(RestoreSchema.class.getClassLoader())
                .getResources("classpath*:db/migration/**/V*.sql");
    }

    /** Flyway writes the version with dots where the name has underscores. */
    private static String version(Resource script) {
        return ("" + script.getFilename()).replaceFirst("^V(.+?)__.*", "$1").replace('_', '.');
    }

    /** Applies what this program knows beyond the backup's migrations, with the rows there. */
    void migrate() {
        target.migrations(NAME, "classpath:db/migration").migrate();
    }

    /** Takes the place of another schema's contents. */
    void replace(Connection connection, String schema) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path to pg_catalog");
            for (String drop : listed(statement, DROPPED.replace("%1$s", schema))) {
                statement.execute(drop);
            }
            for (String move : listed(statement, MOVED.replace("%1$s", NAME))) {
                statement.execute(move.replace("%s", Catalog.quoted(schema)));
            }
            statement.execute("drop schema " + NAME);
        }
        connection.commit();
    }

    private static List<String> listed(Statement statement, String sql) throws SQLException {
        List<String> listed = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                listed.add(rows.getString(1));
            }
        }
        return listed;
    }

    /** Leaves nothing of a restore that failed. */
    void forget() throws SQLException {
        run("drop schema if exists " + NAME + " cascade");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
