package id.pendopo.knowledge.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** CSV header mapping: the rows of a table by the names in the first row. */
final class CsvRows {

    private final List<String> columns;
    private final List<String> optional;

    /** @param optional those of the columns that may be missing */
    CsvRows(List<String> columns, List<String> optional) {
        this.columns = columns;
        this.optional = optional;
    }

    /** A row with something in it; cells by column. */
    record Row(int line, int row, Map<String, String> cells) {

        /** Empty for a column that the file does not have. */
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * The rows that are whole; when the first row does not name the columns, none.
     *
     * @param faults where all others are reported
     */
    List<Row> read(String text, List<ImportEntry> faults) {
        List<CsvCells.Line> all = new CsvCells(text, faults)
                .rows().stream().filter(row -> !row.blank()).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        List<String> names = all.getFirst().cells().stream().map(String::strip).toList();
        try {
            look(all.getFirst().line(), names);
        } catch (ImportFault e) {
            faults.add(ImportEntry.Fault.of(e).inRow(all.getFirst().row()));
            return List.of();
        }
        return all.stream().skip(1).flatMap(row -> row(row, names, faults)).toList();
    }

    private void look(int line, List<String> names) throws ImportFault {
        List<String> named = names.stream().filter(name -> !name.isEmpty()).toList();
        List<String> missing = columns.stream()
                .filter(column -> !optional.contains(column) && !named.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new ImportFault(line, "editor.import.fault.columns.missing", String.join(", ", missing));
        }
        List<String> strange =
                named.stream().filter(name -> !columns.contains(name)).toList();
        if (!strange.isEmpty()) {
            throw new ImportFault(line, "editor.import.fault.columns.strange", String.join(", ", strange));
        }
        if (new HashSet<>(named).size() < named.size()) {
            throw new ImportFault(line, "editor.import.fault.columns.twice");
        }
    }

    /** Empty cells at the end of a row may be missing: some spreadsheets leave them out. */
    private static Stream<Row> row(CsvCells.Line row, List<String> names, List<ImportEntry> faults) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            String name = i < names.size() ? names.get(i) : "";
            if (name.isEmpty() && !cell.isBlank()) {
                faults.add(ImportEntry.Fault.of(row.line(), "editor.import.fault.cells", names.size())
                        .inRow(row.row()));
                return Stream.empty();
            }
            cells.put(name, cell);
        }
        return Stream.of(new Row(row.line(), row.row(), cells));
    }
}
