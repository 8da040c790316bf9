package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.articles.Edition;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * An article as somebody types it: nothing that was typed gets lost, right or wrong.
 *
 * @param revision of the draft that was opened, 0 when there was none
 * @param questions, golden one question a line
 */
public record EditForm(
        int revision,
        String title,
        String summary,
        String sms,
        String voice,
        List<FieldRow> fields,
        List<SourceRow> sources,
        String questions,
        String golden) {

    public static final int MOST_SOURCES = 30;

    /** UTF-16 units in one box. */
    public static final int MOST_CHARACTERS = 8000;

    private static final int SPARE_SOURCES = 2;

    static final EditForm BLANK = of(new LinkedMultiValueMap<>());

    /** @param source the number of its source, from 1; 0 for none */
    record FieldRow(Aspect aspect, String text, int source) {}

    /** @param read a date as typed */
    record SourceRow(int number, String name, String url, String read) {

        boolean isEmpty() {
            return name.isEmpty() && url.isEmpty();
        }

        Optional<Source> source() {
            try {
                return name.isEmpty() || !url.matches("https?://\\S+")
                        ? Optional.empty()
                        : Optional.of(new Source(name, url, LocalDate.parse(read)));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    static EditForm of(Edition words, List<String> golden, int revision) {
        ArticleVersion text = words.text();
        List<SourceRow> sources = new ArrayList<>();
        for (Source source : text.sources()) {
            sources.add(new SourceRow(
                    sources.size() + 1,
                    source.name(),
                    source.url(),
                    source.read().toString()));
        }
        return new EditForm(
                revision,
                text.title(),
                text.summary(),
                text.sms(),
                text.voice(),
                Arrays.stream(Aspect.values())
                        .map(aspect -> new FieldRow(
                                aspect,
                                text.fields().getOrDefault(aspect, ""),
                                Optional.ofNullable(words.readIn().get(aspect))
                                        .map(source -> text.sources().indexOf(source) + 1)
                                        .orElse(0)))
                        .toList(),
                withSpare(sources),
                String.join("\n", words.questions()),
                String.join("\n", golden));
    }

    static EditForm of(MultiValueMap<String, String> typed) {
        List<SourceRow> sources = new ArrayList<>();
        for (int i = 1; i <= MOST_SOURCES && typed.containsKey("name." + i); i++) {
            sources.add(new SourceRow(i, text(typed, "name." + i), text(typed, "url." + i), text(typed, "read." + i)));
        }
        return new EditForm(
                number(typed, "revision"),
                text(typed, "title"),
                text(typed, "summary"),
                text(typed, "sms"),
                text(typed, "voice"),
                Arrays.stream(Aspect.values())
                        .map(aspect ->
                                new FieldRow(aspect, text(typed, "field." + aspect), number(typed, "source." + aspect)))
                        .toList(),
                withSpare(sources),
                text(typed, "questions"),
                text(typed, "golden"));
    }

    /** What keeps it from being stored, as message keys by the id of the form's field. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (title.isEmpty()) {
            faults.put("title", "editor.fault.title");
        }
        sources.stream()
                .filter(row -> !row.isEmpty() && row.source().isEmpty())
                .forEach(row -> faults.put("name-" + row.number(), "editor.fault.source"));
        fields.stream()
                .filter(row -> row.source() > 0 && !row.text().isEmpty())
                .filter(row -> sources.stream().noneMatch(s -> s.number() == row.source() && !s.isEmpty()))
                .forEach(row -> faults.put("field-" + row.aspect(), "editor.fault.source.empty"));
        return faults;
    }

    /** What was typed as an article; sources that are not complete yet are left out. */
    Edition edition(String slug, String service, Locale language) {
        Map<Aspect, String> texts = new EnumMap<>(Aspect.class);
        Map<Aspect, Source> readIn = new EnumMap<>(Aspect.class);
        for (FieldRow row : fields) {
            if (!row.text().isEmpty()) {
                texts.put(row.aspect(), row.text());
                sources.stream()
                        .filter(source -> source.number() == row.source())
                        .flatMap(source -> source.source().stream())
                        .forEach(source -> readIn.put(row.aspect(), source));
            }
        }
        List<Source> read = sources.stream()
                .flatMap(row -> row.source().stream())
                .distinct()
                .toList();
        ArticleVersion words = new ArticleVersion(
                slug, service, language, 1, LocalDate.EPOCH, title, summary, sms, voice, texts, read);
        return new Edition(words, lines(questions), readIn);
    }

    List<String> goldenQuestions() {
        return lines(golden);
    }

    EditForm at(int newRevision) {
        return new EditForm(newRevision, title, summary, sms, voice, fields, sources, questions, golden);
    }

    private static List<SourceRow> withSpare(List<SourceRow> sources) {
        List<SourceRow> rows = new ArrayList<>(sources);
        while (!rows.isEmpty() && rows.getLast().isEmpty()) {
            rows.removeLast();
        }
        for (int i = 0; i < SPARE_SOURCES; i++) {
            rows.add(new SourceRow(rows.size() + 1, "", "", ""));
        }
        return List.copyOf(rows);
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("\\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        String text = value == null ? "" : value.replace("\r\n", "\n").strip();
        return text.substring(0, Math.min(MOST_CHARACTERS, text.length()));
    }

    private static int number(MultiValueMap<String, String> typed, String name) {
        String text = text(typed, name);
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
