package id.pendopo.knowledge.corpus;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One line of the corpus.
 *
 * @param sheet the kind of file it stands in
 * @param place file and line number as an editor counts them, {@code questions/sim.tsv:12}
 * @param cells one per column of the sheet
 */
public record CorpusLine(Sheet sheet, String place, List<String> cells) {

    /** @throws IllegalArgumentException the line does not fit its sheet; the message names place, column and value */
    public CorpusLine {
        cells = List.copyOf(cells);
        if (cells.size() != sheet.columns().size()) {
            throw new IllegalArgumentException("%s: %d columns instead of %d %s"
                    .formatted(place, cells.size(), sheet.columns().size(), sheet.columns()));
        }
        for (int i = 0; i < cells.size(); i++) {
            String column = sheet.columns().get(i);
            if (!cells.get(i).equals(cells.get(i).strip()) || !sheet.allows(column, cells.get(i))) {
                throw new IllegalArgumentException("%s: %s is '%s'".formatted(place, column, cells.get(i)));
            }
        }
    }

    /** @throws IllegalArgumentException the sheet has no such column */
    public String cell(String column) {
        int index = sheet.columns().indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("%s has no column %s".formatted(sheet, column));
        }
        return cells.get(index);
    }

    /** What a citizen would have typed, with its language: one text, or two where a line is a translation. */
    public Stream<Text> texts() {
        if (sheet == Sheet.PAIRS) {
            return IntStream.range(0, cells.size())
                    .mapToObj(i -> new Text(sheet.columns().get(i), cells.get(i)));
        }
        return Stream.of(new Text(cell("lang"), cell("text")));
    }

    /**
     * A text of the corpus.
     *
     * @param language {@code id}, {@code en}, {@code jv} or {@code su}
     */
    public record Text(String language, String text) {}
}
