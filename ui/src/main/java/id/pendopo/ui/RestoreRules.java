package id.pendopo.ui;

import java.util.List;
import java.util.Set;

/**
 * What backup and restore must know of the tables that one package owns, beyond their rows. Named in {@code
 * META-INF/spring.factories}, since both run without the application; every other table is taken and put back as it is.
 */
public interface RestoreRules {

    /** Tables whose rows no backup takes: they mean nothing to another process. */
    default Set<String> leftOut() {
        return Set.of();
    }

    /**
     * Statements that are run once all rows are back, in order, in their transaction: what a lease or a message under way
     * becomes. Tables are named without a schema, and {@code now()} is the moment of the restore.
     */
    default List<String> repairs() {
        return List.of();
    }
}
