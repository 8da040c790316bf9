package id.pendopo.config.backup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The system catalog of one schema: its tables, their columns and references, its sequences, its migrations. */
final class Catalog {

    /** What an extension made is the extension's. */
    private static final String TABLES = """
            select t.relname, array_agg(c.attname::text order by c.attnum)
              from pg_class t join pg_attribute c on c.attrelid = t.oid
             where t.relnamespace = ?::regnamespace and t.relkind = 'r' and c.attnum > 0 and not c.attisdropped
               and c.attgenerated = ''
               and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
             group by t.relname
            """;

    private static final String REFERENCES = """
            select t.relname, o.relname
              from pg_constraint f join pg_class t on t.oid = f.conrelid join pg_class o on o.oid = f.confrelid
             where f.contype = 'f' and t.relnamespace = ?::regnamespace and f.conrelid <> f.confrelid
            """;

    private static final String SEQUENCES = """
            select s.relname, format('%I.%I', n.nspname, s.relname)
              from pg_class s join pg_namespace n on n.oid = s.relnamespace
             where s.relkind = 'S' and n.nspname = ?
               and not exists (select from pg_depend d where d.objid = s.oid and d.deptype = 'e')
             order by 1
            """;

    private final Connection connection;
    private final String schema;

    Catalog(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** Where tables are made that name no schema. */
    static String currentSchema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_schema()")) {
            row.next();
            return row.getString(1);
        }
    }

    static String quoted(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    String qualified(String name) {
        return quoted(schema) + "." + quoted(name);
    }

    /** By name. */
    Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (PreparedStatement statement = prepared(TABLES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Array columns = rows.getArray(2);
                tables.put(rows.getString(1), List.of((String[]) columns.getArray()));
            }
        }
        return tables;
    }

    /** The same, with whatever a table refers to before it. */
    Map<String, List<String>> tablesInOrder() throws SQLException {
        Map<String, List<String>> open = tables();
        Map<String, Set<String>> references = references();
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        while (!open.isEmpty()) {
            List<String> free = open.keySet().stream()
                    .filter(name -> ordered.keySet().containsAll(references.getOrDefault(name, Set.of())))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + open.keySet());
            }
            free.forEach(name -> ordered.put(name, open.get(name)));
            free.forEach(open::remove);
        }
        return ordered;
    }

    private Map<String, Set<String>> references() throws SQLException {
        Map<String, Set<String>> references = new TreeMap<>();
        try (PreparedStatement statement = prepared(REFERENCES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString(1), _ -> new TreeSet<>())
                        .add(rows.getString(2));
            }
        }
        return references;
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        List<Manifest.Sequence> sequences = new ArrayList<>();
        try (PreparedStatement statement = prepared(SEQUENCES);
                ResultSet rows = statement.executeQuery();
                Statement each = connection.createStatement()) {
            while (rows.next()) {
                try (ResultSet at = each.executeQuery("select last_value, is_called from " + rows.getString(2))) {
                    at.next();
                    sequences.add(new Manifest.Sequence(rows.getString(1), at.getLong(1), at.getBoolean(2)));
                }
            }
        }
        return sequences;
    }

    /** The versions of the migrations that made it, in order; empty where none did. */
    List<String> migrations(String history) throws SQLException {
        List<String> versions = new ArrayList<>();
        if (!tables().containsKey(history)) {
            return versions;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select version from " + qualified(history)
                        + " where success and version is not null order by installed_rank")) {
            while (rows.next()) {
                versions.add(rows.getString(1));
            }
        }
        return versions;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, schema);
        return statement;
    }
}
