package id.pendopo.config.backup;

import java.util.stream.Collectors;

/** The two {@code COPY} statements of a table: its stored columns by name, in PostgreSQL's text format. */
final class Copies {

    private Copies() {}

    static String out(Catalog catalog, Contents.Table table) {
        return statement(catalog, table) + " to stdout";
    }

    static String in(Catalog catalog, Contents.Table table) {
        return statement(catalog, table) + " from stdin";
    }

    private static String statement(Catalog catalog, Contents.Table table) {
        return "copy " + catalog.qualified(table.name())
                + table.columns().stream().map(Catalog::quoted).collect(Collectors.joining(", ", " (", ")"));
    }
}
