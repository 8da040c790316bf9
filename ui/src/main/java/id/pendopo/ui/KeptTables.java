package id.pendopo.ui;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * The retention schedule of the tables that one package owns, declared by it: what is kept for how long, or why a table
 * needs no rule. Read by the dry run and by the test that walks the schema; the deleting is a job of the same package.
 */
public interface KeptTables {

    List<Table> tables();

    /**
     * A table.
     *
     * @param rules what is deleted or emptied of it, and when; empty only with a reason
     * @param reason why nothing of it is deleted by age
     */
    record Table(String name, List<Rule> rules, String reason) {

        public Table {
            rules = List.copyOf(rules);
            if (rules.isEmpty() == reason.isBlank()) {
                throw new IllegalArgumentException(name + " has either a rule or a reason why it has none");
            }
        }

        public static Table of(String name, Rule... rules) {
            return new Table(name, List.of(rules), "");
        }

        /** A table whose rows no rule of its own deletes: nobody is named in it, or they go with another's. */
        public static Table without(String name, String reason) {
            return new Table(name, List.of(), reason);
        }
    }

    /**
     * A rule.
     *
     * @param what is forgotten
     * @param kept for how long, in words of ISO 8601
     * @param setting the property that says so; empty where the program does
     * @param due how many rows are old enough now
     */
    record Rule(String what, String kept, String setting, LongSupplier due) {}
}
