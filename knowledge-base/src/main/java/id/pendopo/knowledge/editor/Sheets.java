package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.articles.Edition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Articles for people with other programs: a table for a spreadsheet, a document to read and print. */
final class Sheets {

    private static final List<String> NAMES = List.of("slug", "language", "service", "version", "published");

    private Sheets() {}

    /** A row for each article and language, a column for each part, as RFC 4180 has it. */
    static String csv(List<Edition> editions) {
        List<String> rows = new ArrayList<>();
        for (Edition edition : editions) {
            List<Part> parts = Part.of(edition);
            if (rows.isEmpty()) {
                rows.add(row(Stream.concat(NAMES.stream(), parts.stream().map(Sheets::name))));
            }
            var text = edition.text();
            Stream<String> names = Stream.of(
                    text.slug(),
                    text.language().toLanguageTag(),
                    text.service(),
                    "" + text.version(),
                    text.published().toString());
            rows.add(row(Stream.concat(names, parts.stream().map(Part::whole))));
        }
        return rows.stream().map(row -> row + "\r\n").collect(Collectors.joining());
    }

    /** A chapter for each article and language. */
    static String markdown(List<Edition> editions, UnaryOperator<String> words) {
        StringBuilder document = new StringBuilder();
        for (Edition edition : editions) {
            var text = edition.text();
            document.append("# %s\n\n`%s` %s %d, %s\n\n"
                    .formatted(
                            text.title(),
                            text.slug(),
                            text.language().toLanguageTag(),
                            text.version(),
                            text.published()));
            Part.of(edition).stream()
                    .skip(1)
                    .filter(part -> !part.text().isEmpty())
                    .forEach(part ->
                            document.append("## %s\n\n%s\n\n".formatted(words.apply(part.label()), part.whole())));
        }
        return document.toString();
    }

    private static String name(Part part) {
        return part.label().substring(part.label().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String row(Stream<String> cells) {
        return cells.map(Sheets::cell).collect(Collectors.joining(","));
    }

    /** Quoted, and never the beginning of a formula. */
    private static String cell(String text) {
        String harmless = text.matches("(?s)[=+@\\t\\r].*") ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
