package id.pendopo.config.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The roles of the embedded database, neither of them a superuser: one that owns the tables and migrates them, and the desk's,
 * which reads and writes rows. The superuser that {@code initdb} makes arranges them at each start and does nothing else.
 *
 * @param desk the JDBC address of the desk's role, password included
 * @param owner the same of the owner's
 */
record DatabaseRoles(String desk, String owner) {

    private static final String OWNER = "pendopo_owner";
    private static final String DESK = "pendopo_desk";

    private static final String MADE = """
            do $$ begin
                if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s; end if;
            end $$;
            alter role %1$s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '%2$s'
            """;

    /** What an older desk made as superuser, or a newer one did since. */
    private static final String FOREIGN = """
            select format('alter table %I.%I owner to %I', relnamespace::regnamespace::text, relname, $1)
              from pg_class c
             where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and relowner <> $1::regrole
               and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            union all
            select format('alter sequence %I.%I owner to %I', relnamespace::regnamespace::text, relname, $1)
              from pg_class c
             where relnamespace = 'public'::regnamespace and relkind = 'S' and relowner <> $1::regrole
               and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i', 'e'))
            union all
            select format('alter routine %s owner to %I', p.oid::regprocedure, $1)
              from pg_proc p
             where pronamespace = 'public'::regnamespace and proowner <> $1::regrole
               and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
            """.replace("$1", "'" + OWNER + "'");

    private static final List<String> GRANTED = List.of(
            "grant create, connect, temporary on database postgres to " + OWNER,
            "grant connect, temporary on database postgres to " + DESK,
            "alter schema public owner to " + OWNER,
            "grant usage on schema public to " + DESK,
            "alter default privileges for role " + OWNER + " grant select, insert, update, delete on tables to " + DESK,
            "alter default privileges for role " + OWNER + " grant usage, select, update on sequences to " + DESK,
            "grant select, insert, update, delete on all tables in schema public to " + DESK,
            "grant usage, select, update on all sequences in schema public to " + DESK);

    /**
     * Where they connect to a database that runs.
     *
     * @param administrator the superuser's address
     * @param data the data folder; where an older desk runs it, it has no other role
     */
    static DatabaseRoles of(String administrator, Path data) {
        return secret(data, DESK).kept()
                ? new DatabaseRoles(url(administrator, data, DESK), url(administrator, data, OWNER))
                : new DatabaseRoles(administrator, administrator);
    }

    /** Draws their passwords unless they have some. */
    static void draw(Path data) throws IOException {
        secret(data, OWNER).keep();
        secret(data, DESK).keep();
    }

    /** Makes them, hands over what they do not own yet, and grants what the desk needs; in one transaction. */
    static void arrange(String administrator, Path data) throws SQLException {
        try (Connection connection = DriverManager.getConnection(administrator);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String role : List.of(OWNER, DESK)) {
                statement.execute(MADE.formatted(role, secret(data, role).text()));
            }
            for (String handedOver : foreign(statement)) {
                statement.execute(handedOver);
            }
            for (String grant : GRANTED) {
                statement.execute(grant);
            }
            connection.commit();
        }
    }

    private static List<String> foreign(Statement statement) throws SQLException {
        List<String> foreign = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(FOREIGN)) {
            while (rows.next()) {
                foreign.add(rows.getString(1));
            }
        }
        return foreign;
    }

    private static PostgresSecret secret(Path data, String role) {
        return new PostgresSecret(data.resolve(role + ".secret"));
    }

    private static String url(String administrator, Path data, String role) {
        return administrator.substring(0, administrator.indexOf('?')) + "?user=" + role + "&password="
                + secret(data, role).text();
    }

    @Override
    public String toString() {
        return "DatabaseRoles[REDACTED]";
    }
}
