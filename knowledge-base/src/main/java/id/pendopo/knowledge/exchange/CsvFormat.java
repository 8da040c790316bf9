package id.pendopo.knowledge.exchange;

import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.editor.Languages;
import id.pendopo.knowledge.editor.Part;
import id.pendopo.knowledge.exchange.CsvRows.Row;
import id.pendopo.knowledge.exchange.ExchangedArticle.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * CSV serialiser and parser, a table for a spreadsheet: a row for each article and language, a column for each part.
 */
final class CsvFormat implements ArticleFormat {

    /** Without it a spreadsheet takes the file for one in its own old character set. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a spreadsheet takes for a formula, blanks before it or not, and what begins with the mark against that already. */
    private static final String FORMULA = "(?s)(?:[\\t\\r]|[\\s\\h]*+[=+@'-]).*";

    /** These tell people something and are not read back. */
    private static final List<String> TOLD = List.of("version", "published");

    private static final List<String> COLUMNS = Stream.of(
                    Stream.of("slug", "language", "service", "internal"),
                    TOLD.stream(),
                    Stream.of("title", "summary", "sms", "voice"),
                    Arrays.stream(Aspect.values()).flatMap(aspect -> Stream.of(column(aspect), sourceColumn(aspect))),
                    Stream.of("sources", "questions", "golden"))
            .flatMap(names -> names)
            .toList();

    /** A table that was taken out before there were these fields has no columns for them. */
    private static final List<String> OPTIONAL = Stream.concat(
                    TOLD.stream(),
                    Stream.of(Aspect.VALIDITY, Aspect.PAYMENT, Aspect.ONLINE)
                            .flatMap(aspect -> Stream.of(column(aspect), sourceColumn(aspect))))
            .toList();

    private final CsvMapper csv =
            CsvMapper.builder().enable(CsvWriteFeature.ALWAYS_QUOTE_STRINGS).build();
    private final Languages languages;

    /** @param languages in which an article may be read */
    CsvFormat(Languages languages) {
        this.languages = languages;
    }

    @Override
    public String write(List<ExchangedArticle> articles) {
        List<List<String>> rows = Stream.concat(
                        Stream.of(COLUMNS), articles.stream().map(CsvFormat::row))
                .toList();
        CsvSchema lines = CsvSchema.builder().setLineSeparator("\r\n").build();
        return BYTE_ORDER_MARK + csv.writer(lines).writeValueAsString(rows);
    }

    private static List<String> row(ExchangedArticle article) {
        Map<String, String> cells = new HashMap<>();
        cells.put("slug", article.slug());
        cells.put("language", article.language());
        cells.put("service", article.service());
        cells.put("internal", ExchangeNotation.internal(article.internal()));
        cells.put("version", Objects.toString(article.version(), ""));
        cells.put("published", Objects.toString(article.published(), ""));
        cells.put("title", article.title());
        cells.put("summary", article.summary());
        cells.put("sms", article.sms());
        cells.put("voice", article.voice());
        article.fields().forEach((aspect, field) -> {
            cells.put(column(aspect), field.text());
            cells.put(sourceColumn(aspect), Objects.toString(field.source(), ""));
        });
        cells.put("sources", article.sources().stream().map(Part::source).collect(Collectors.joining("\n")));
        cells.put("questions", String.join("\n", article.questions()));
        cells.put("golden", String.join("\n", article.golden()));
        return COLUMNS.stream()
                .map(column -> harmless(cells.getOrDefault(column, "")))
                .toList();
    }

    @Override
    public List<ImportEntry> read(String text) {
        List<ImportEntry> entries = new ArrayList<>();
        List<Row> rows = new CsvRows(COLUMNS, OPTIONAL).read(text, entries);
        for (Row row : rows) {
            try {
                entries.add(
                        new ImportEntry.Read(row.line(), row.row(), article(row).checked(row.line(), languages)));
            } catch (ImportFault e) {
                entries.add(ImportEntry.Fault.of(e).inRow(row.row()));
            }
        }
        return entries;
    }

    private static ExchangedArticle article(Row row) throws ImportFault {
        return new ExchangedArticle(
                text(row, "slug"),
                text(row, "service"),
                text(row, "language"),
                ExchangeNotation.internal(row.line(), text(row, "internal")),
                null,
                null,
                text(row, "title"),
                text(row, "summary"),
                text(row, "sms"),
                text(row, "voice"),
                fields(row),
                sources(row),
                text(row, "questions").lines().toList(),
                text(row, "golden").lines().toList());
    }

    private static Map<Aspect, Field> fields(Row row) throws ImportFault {
        Map<Aspect, Field> fields = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            Integer source = ExchangeNotation.number(row.line(), text(row, sourceColumn(aspect)));
            fields.put(aspect, new Field(text(row, column(aspect)), source));
        }
        return fields;
    }

    private static List<Source> sources(Row row) throws ImportFault {
        List<Source> sources = new ArrayList<>();
        for (String line : text(row, "sources").lines().map(String::strip).toList()) {
            if (!line.isEmpty()) {
                sources.add(ExchangeNotation.source(row.line(), line));
            }
        }
        return sources;
    }

    private static String text(Row row, String column) {
        String cell = row.cell(column);
        return cell.startsWith("'") && cell.substring(1).matches(FORMULA) ? cell.substring(1) : cell;
    }

    private static String harmless(String text) {
        return text.matches(FORMULA) ? "'" + text : text;
    }

    private static String column(Aspect aspect) {
        return aspect.name().toLowerCase(Locale.ROOT);
    }

    private static String sourceColumn(Aspect aspect) {
        return column(aspect) + "_source";
    }
}
