package id.pendopo.config.commands;

import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Rule;
import id.pendopo.ui.KeptTables.Table;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The dry run of the retention jobs: a line for each rule, with how many rows it would delete or empty now. */
@Component
class RetentionReport {

    private final List<KeptTables> schedules;

    RetentionReport(List<KeptTables> schedules) {
        this.schedules = List.copyOf(schedules);
    }

    void print(PrintStream out) {
        List<Table> tables = schedules.stream()
                .flatMap(schedule -> schedule.tables().stream())
                .sorted(Comparator.comparing(Table::name))
                .toList();
        for (Table table : tables) {
            table.rules().forEach(rule -> out.println(line(table, rule)));
        }
        tables.stream()
                .filter(table -> table.rules().isEmpty())
                .forEach(table -> out.println("-      " + table.name() + ": " + table.reason()));
    }

    private static String line(Table table, Rule rule) {
        String setting = rule.setting().isEmpty() ? "" : ", " + rule.setting();
        return "%-6d %s: %s (%s%s)".formatted(rule.due().getAsLong(), table.name(), rule.what(), rule.kept(), setting);
    }
}
