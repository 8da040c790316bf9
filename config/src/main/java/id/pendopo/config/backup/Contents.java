package id.pendopo.config.backup;

import java.util.List;

/**
 * The first entry of a backup: what it is of.
 *
 * @param made when its snapshot was taken, ISO 8601
 * @param postgres the server's version
 * @param migrations the versions of the migrations that had been applied
 * @param tables in an order in which each refers to earlier ones alone
 */
record Contents(String made, String postgres, List<String> migrations, List<Table> tables) {

    static final String ENTRY = "backup.json";

    Contents {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
    }

    /**
     * A table.
     *
     * @param columns those that are stored, not computed
     * @param leftOut whether its rows were not taken
     */
    record Table(String name, List<String> columns, boolean leftOut) {

        Table {
            columns = List.copyOf(columns);
        }

        String entry() {
            return "tables/" + name;
        }
    }
}
