package id.pendopo.knowledge.exchange;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * CSV parser: a table cut into cells, as RFC 4180 has it. Where the comma stands in decimals, as in Indonesia,
 * spreadsheets write semicolons between the cells: both are read.
 */
final class CsvCells {

    private final String text;
    private final int[] lines;
    private final ObjectReader reader;
    private final List<ImportEntry> faults;
    private final List<Line> rows = new ArrayList<>();
    private int broken;

    /** @param faults where broken rows are reported */
    CsvCells(String text, List<ImportEntry> faults) {
        this.text = text;
        this.lines = IntStream.range(0, text.length())
                .filter(at -> at == 0 || text.charAt(at - 1) == '\n')
                .toArray();
        this.reader = CsvMapper.builder()
                .enable(CsvReadFeature.WRAP_AS_ARRAY)
                .build()
                .readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator(text)));
        this.faults = faults;
    }

    /**
     * A row.
     *
     * @param line the first of its lines
     * @param row its place in the table, from 1; blank ones count
     */
    record Line(int line, int row, List<String> cells) {

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** All rows that are whole; after one whose quotation marks do not match it goes on with the next line. */
    List<Line> rows() {
        int next = 0;
        while (next < lines.length) {
            next = readFrom(next);
        }
        return rows;
    }

    /** Reads until a row is broken, and says how many lines of the file are behind it then. */
    private int readFrom(int before) {
        int line = before + 1;
        Reader rest = Reader.of(text.subSequence(lines[before], text.length()));
        try (MappingIterator<String[]> cells = reader.readValues(rest)) {
            while (cells.hasNextValue()) {
                rows.add(new Line(line, rows.size() + broken + 1, List.of(cells.nextValue())));
                line = before + cells.currentLocation().getLineNr();
            }
            return lines.length;
        } catch (JacksonException e) {
            int last = Math.clamp(before + e.getLocation().getLineNr(), line, lines.length);
            broken++;
            faults.add(ImportEntry.Fault.of(line, "editor.import.fault.row", last));
            return last;
        }
    }

    private static char separator(String text) {
        String names = text.lines().findFirst().orElse("");
        return names.indexOf(';') >= 0 ? ';' : ',';
    }
}
