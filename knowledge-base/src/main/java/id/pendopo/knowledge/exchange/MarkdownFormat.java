package id.pendopo.knowledge.exchange;

import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.editor.Languages;
import id.pendopo.knowledge.editor.Part;
import id.pendopo.knowledge.exchange.ExchangedArticle.Field;
import id.pendopo.knowledge.exchange.MarkdownChapter.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Markdown serialiser and parser, a document to read, print and correct: a chapter for each article and language. Each
 * part of an article stands under its heading, in the words of the reader's language; {@code [2]} below a field names
 * its source by its number. A line that would be taken for something else begins with a backslash.
 */
final class MarkdownFormat implements ArticleFormat {

    static final String SUMMARY = "editor.part.summary";
    static final String SMS = "editor.part.sms";
    static final String VOICE = "editor.part.voice";
    static final String SOURCES = "editor.part.sources";
    static final String QUESTIONS = "editor.part.questions";
    static final String GOLDEN = "editor.part.golden";

    /** Keys of the headings' messages. */
    static final List<String> HEADINGS = Stream.of(
                    Stream.of(SUMMARY, SMS, VOICE),
                    Arrays.stream(Aspect.values()).map(MarkdownFormat::heading),
                    Stream.of(SOURCES, QUESTIONS, GOLDEN))
            .flatMap(keys -> keys)
            .toList();

    private static final Pattern SOURCE = Pattern.compile("\\[(\\d+)]\\s*");
    private static final Pattern NUMBERED = Pattern.compile("(\\d+)\\. (.*)");
    private static final String TAKEN_FOR_SOMETHING_ELSE = "#.*|\\\\.*|" + SOURCE;

    private final UnaryOperator<String> words;
    private final Map<String, String> keys;
    private final Languages languages;

    /**
     * @param words of a heading by its key, to write
     * @param keys of the headings by their words in all languages, to read
     * @param languages in which an article may be read
     */
    MarkdownFormat(UnaryOperator<String> words, Map<String, String> keys, Languages languages) {
        this.languages = languages;
        this.words = words;
        this.keys = Map.copyOf(keys);
    }

    @Override
    public String write(List<ExchangedArticle> articles) {
        return articles.stream().map(this::chapter).collect(Collectors.joining());
    }

    private String chapter(ExchangedArticle article) {
        StringBuilder chapter = new StringBuilder("# " + article.title() + "\n\n");
        fact(chapter, "slug", article.slug());
        fact(chapter, "language", article.language());
        fact(chapter, "service", article.service());
        fact(chapter, "internal", ExchangeNotation.internal(article.internal()));
        fact(chapter, "version", Objects.toString(article.version(), ""));
        fact(chapter, "published", Objects.toString(article.published(), ""));
        chapter.append('\n');
        section(chapter, SUMMARY, escaped(article.summary()));
        section(chapter, SMS, escaped(article.sms()));
        section(chapter, VOICE, escaped(article.voice()));
        article.fields().forEach((aspect, field) -> section(chapter, heading(aspect), field(field)));
        List<String> sources = new ArrayList<>();
        article.sources().forEach(source -> sources.add(sources.size() + 1 + ". " + Part.source(source)));
        section(chapter, SOURCES, String.join("\n", sources));
        section(chapter, QUESTIONS, list(article.questions()));
        section(chapter, GOLDEN, list(article.golden()));
        return chapter.toString();
    }

    private static void fact(StringBuilder chapter, String name, String value) {
        if (!value.isEmpty()) {
            chapter.append("- ").append(name).append(": ").append(value).append('\n');
        }
    }

    private void section(StringBuilder chapter, String key, String text) {
        if (!text.isEmpty()) {
            chapter.append("## ")
                    .append(words.apply(key))
                    .append("\n\n")
                    .append(text)
                    .append("\n\n");
        }
    }

    private static String field(Field field) {
        return escaped(field.text()) + (field.source() == null ? "" : "\n\n[" + field.source() + "]");
    }

    private static String escaped(String text) {
        return text.lines()
                .map(line -> line.matches(TAKEN_FOR_SOMETHING_ELSE) ? "\\" + line : line)
                .collect(Collectors.joining("\n"));
    }

    private static String list(List<String> lines) {
        return lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    static String heading(Aspect aspect) {
        return "aspect." + aspect;
    }

    @Override
    public List<ImportEntry> read(String text) {
        List<ImportEntry> entries = new ArrayList<>();
        for (List<Line> lines : MarkdownChapter.split(text)) {
            try {
                int line = lines.getFirst().number();
                entries.add(new ImportEntry.Read(
                        line, article(MarkdownChapter.of(lines, keys)).checked(line, languages)));
            } catch (ImportFault e) {
                entries.add(ImportEntry.Fault.of(e));
            }
        }
        return entries;
    }

    private static ExchangedArticle article(MarkdownChapter chapter) throws ImportFault {
        return new ExchangedArticle(
                chapter.fact("slug"),
                chapter.fact("service"),
                chapter.fact("language"),
                ExchangeNotation.internal(chapter.line(), chapter.fact("internal")),
                null,
                null,
                chapter.title(),
                text(chapter.section(SUMMARY)),
                text(chapter.section(SMS)),
                text(chapter.section(VOICE)),
                fields(chapter),
                sources(chapter.section(SOURCES)),
                items(chapter.section(QUESTIONS)),
                items(chapter.section(GOLDEN)));
    }

    private static Map<Aspect, Field> fields(MarkdownChapter chapter) throws ImportFault {
        Map<Aspect, Field> fields = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            List<Line> lines = chapter.section(heading(aspect));
            Matcher last = SOURCE.matcher(lines.isEmpty() ? "" : lines.getLast().text());
            if (last.matches()) {
                lines = lines.subList(0, lines.size() - 1);
                fields.put(aspect, new Field(text(lines), ExchangeNotation.number(chapter.line(), last.group(1))));
            } else {
                fields.put(aspect, new Field(text(lines), null));
            }
        }
        return fields;
    }

    private static String text(List<Line> lines) throws ImportFault {
        List<String> text = new ArrayList<>();
        for (Line line : lines) {
            if (SOURCE.matcher(line.text()).matches()) {
                throw new ImportFault(
                        line.number(), "editor.import.fault.mark", line.text().strip());
            }
            text.add(line.begins("\\") ? line.text().substring(1) : line.text());
        }
        return String.join("\n", text);
    }

    private static List<Source> sources(List<Line> lines) throws ImportFault {
        List<Source> sources = new ArrayList<>();
        for (Line line : lines) {
            if (line.isBlank()) {
                continue;
            }
            Matcher numbered = NUMBERED.matcher(line.text().strip());
            if (!numbered.matches() || !numbered.group(1).equals("" + (sources.size() + 1))) {
                throw new ImportFault(line.number(), "editor.import.fault.order", sources.size() + 1);
            }
            sources.add(ExchangeNotation.source(line.number(), numbered.group(2)));
        }
        return sources;
    }

    private static List<String> items(List<Line> lines) throws ImportFault {
        List<String> items = new ArrayList<>();
        for (Line line : lines) {
            if (!line.isBlank() && !line.begins("- ")) {
                throw new ImportFault(
                        line.number(), "editor.import.fault.list", line.text().strip());
            }
            items.add(line.isBlank() ? "" : line.text().substring(2));
        }
        return items;
    }
}
