package id.pendopo.knowledge.exchange;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.editor.Languages;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Interchange record: an article in one language as it travels between desks and programs. What is absent is empty, and
 * no text begins or ends with a blank, so that two that say the same are equal.
 *
 * @param version which one was taken out, and from which day on it is public; absent for what somebody wrote elsewhere
 * @param fields by aspect, without empty ones
 * @param golden questions that must find it
 */
record ExchangedArticle(
        String slug,
        String service,
        String language,
        boolean internal,
        @Nullable Integer version,
        @Nullable LocalDate published,
        String title,
        String summary,
        String sms,
        String voice,
        Map<Aspect, Field> fields,
        List<Source> sources,
        List<String> questions,
        List<String> golden) {

    ExchangedArticle {
        slug = plain(slug);
        service = plain(service);
        language = plain(language);
        title = plain(title);
        summary = plain(summary);
        sms = plain(sms);
        voice = plain(voice);
        fields = new TreeMap<>(Objects.requireNonNullElse(fields, Map.of()));
        fields.values().removeIf(Field::isEmpty);
        sources = List.copyOf(Objects.requireNonNullElse(sources, List.of()));
        questions = lines(questions);
        golden = lines(golden);
    }

    /** @param source the place of its source in the list, from 1; absent for none */
    record Field(String text, @Nullable Integer source) {

        Field {
            text = plain(text);
        }

        boolean isEmpty() {
            return text.isEmpty() && source == null;
        }
    }

    static ExchangedArticle of(Edition edition, boolean internal, List<String> golden) {
        ArticleVersion text = edition.text();
        Map<Aspect, Field> fields = new TreeMap<>();
        text.fields().forEach((aspect, words) -> {
            Source read = edition.readIn().get(aspect);
            fields.put(
                    aspect,
                    new Field(words, read == null ? null : text.sources().indexOf(read) + 1));
        });
        return new ExchangedArticle(
                text.slug(),
                text.service(),
                text.language().toLanguageTag(),
                internal,
                text.version(),
                text.published(),
                text.title(),
                text.summary(),
                text.sms(),
                text.voice(),
                fields,
                text.sources(),
                edition.questions(),
                golden);
    }

    /** Whether both say the same, whenever that was published. */
    boolean says(ExchangedArticle other) {
        return words().equals(other.words());
    }

    /**
     * The same article if it can be kept, and edited afterwards, without losing anything.
     *
     * @param languages of the desk
     * @throws ImportFault otherwise, as a fault of this line
     */
    ExchangedArticle checked(int line, Languages languages) throws ImportFault {
        ExchangedChecks.look(line, this, languages);
        return this;
    }

    /** The text to be read over. Only for a checked one. */
    Edition edition() {
        Map<Aspect, String> texts = new EnumMap<>(Aspect.class);
        Map<Aspect, Source> readIn = new EnumMap<>(Aspect.class);
        fields.forEach((aspect, field) -> {
            texts.put(aspect, field.text());
            if (field.source() != null) {
                readIn.put(aspect, sources.get(field.source() - 1));
            }
        });
        ArticleVersion text = new ArticleVersion(
                slug,
                service,
                Locale.forLanguageTag(language),
                1,
                LocalDate.EPOCH,
                title,
                summary,
                sms,
                voice,
                texts,
                sources);
        return new Edition(text, questions, readIn);
    }

    ExchangedArticle words() {
        return new ExchangedArticle(
                slug, service, language, internal, null, null, title, summary, sms, voice, fields, sources, questions,
                golden);
    }

    private static String plain(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    private static List<String> lines(@Nullable List<String> lines) {
        return (lines == null ? Stream.<String>empty() : lines.stream())
                .map(ExchangedArticle::plain)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
