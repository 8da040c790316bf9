package id.pendopo.config.journeys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every row of every table, as text, with bytes both as they read and in hexadecimal digits. */
final class EveryRow {

    private static final Pattern FIELD = Pattern.compile(
            "\"(conversation|citizen|external_id|provider_id|code|ticket|attachment|id)\": \"?([\\w:/+.-]+)\"?");

    private final List<String> rows = new ArrayList<>();

    public EveryRow(JdbcClient db) {
        List<String> tables = db.sql("""
                select format('%I.%I', table_schema, table_name) from information_schema.tables
                 where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                """).query(String.class).list();
        for (String table : tables) {
            rows.addAll(db.sql("select '%s ' || to_jsonb(t)::text from %s t".formatted(table, table))
                    .query(String.class)
                    .list());
        }
    }

    /** The rows that have one of these, in whatever column. */
    public List<String> having(String... needles) {
        return rows.stream().filter(row -> has(row, needles)).toList();
    }

    private static boolean has(String row, String... needles) {
        for (String needle : needles) {
            String hex = HexFormat.of().formatHex(needle.getBytes(StandardCharsets.UTF_8));
            if (row.contains(needle) || row.contains(hex)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The rows that can be reached from an address: those that have it, and those that share a number which names a
     * conversation, a citizen, a message or a file with one of these, step by step.
     */
    public List<String> reached(String address) {
        Set<String> known = new TreeSet<>();
        List<String> reached = new ArrayList<>(having(address));
        List<String> fresh = reached;
        while (!fresh.isEmpty()) {
            Set<String> names = new TreeSet<>();
            fresh.forEach(row -> names.addAll(names(row)));
            names.removeAll(known);
            known.addAll(names);
            List<String> seen = reached;
            fresh = names.isEmpty()
                    ? List.of()
                    : rows.stream()
                            .filter(row -> !seen.contains(row))
                            .filter(row -> names(row).stream().anyMatch(names::contains))
                            .toList();
            reached.addAll(fresh);
        }
        return reached;
    }

    /** A name with what kind of thing it names. */
    private static Set<String> names(String row) {
        String table = row.substring(row.indexOf('.') + 1, row.indexOf(' '));
        Set<String> names = new TreeSet<>();
        FIELD.matcher(row).results().forEach(field -> {
            String kind = field.group(1);
            String value = field.group(2);
            if (value.equals("null") || value.equals("0")) {
                return;
            }
            switch (kind) {
                case "id" -> own(table).ifPresent(what -> names.add(what + value));
                case "code" -> names.add("ticket code " + value);
                case "ticket" -> names.add((table.startsWith("ticket_") ? "ticket " : "ticket code ") + value);
                default -> names.add(kind + " " + value);
            }
        });
        return names;
    }

    private static Optional<String> own(String table) {
        return switch (table) {
            case "conversation" -> Optional.of("conversation ");
            case "citizen" -> Optional.of("citizen ");
            case "ticket" -> Optional.of("ticket ");
            case "channels_attachment" -> Optional.of("attachment ");
            default -> Optional.empty();
        };
    }
}
