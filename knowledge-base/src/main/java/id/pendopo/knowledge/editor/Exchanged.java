package id.pendopo.knowledge.editor;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.articles.Edition;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An article in one language as it travels between desks: one line of a JSON lines file.
 *
 * @param fields by the name of the aspect
 * @param golden questions that must find it
 */
record Exchanged(
        String slug,
        String service,
        String language,
        boolean internal,
        String title,
        @Nullable String summary,
        @Nullable String sms,
        @Nullable String voice,
        @Nullable Map<Aspect, Field> fields,
        @Nullable List<Source> sources,
        @Nullable List<String> questions,
        @Nullable List<String> golden) {

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    Exchanged {
        if (!slug.matches(NAME) || !service.matches(NAME)) {
            throw new IllegalArgumentException("slug and service: small letters, digits and hyphens only");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("an article needs a title");
        }
    }

    /** @param source the place of its source in the list, from 1; absent for none */
    record Field(String text, @Nullable Integer source) {}

    static Exchanged of(Edition edition, boolean internal, List<String> golden) {
        ArticleVersion text = edition.text();
        Map<Aspect, Field> fields = new TreeMap<>();
        text.fields().forEach((aspect, words) -> {
            Source read = edition.readIn().get(aspect);
            fields.put(
                    aspect,
                    new Field(words, read == null ? null : text.sources().indexOf(read) + 1));
        });
        return new Exchanged(
                text.slug(),
                text.service(),
                text.language().toLanguageTag(),
                internal,
                text.title(),
                text.summary(),
                text.sms(),
                text.voice(),
                fields,
                text.sources(),
                edition.questions(),
                golden);
    }

    /** The text to be read over; a source number that leads nowhere counts as none. */
    Edition edition() {
        List<Source> read = Objects.requireNonNullElse(sources, List.of());
        Map<Aspect, String> texts = new EnumMap<>(Aspect.class);
        Map<Aspect, Source> readIn = new EnumMap<>(Aspect.class);
        Objects.requireNonNullElse(fields, Map.<Aspect, Field>of()).forEach((aspect, field) -> {
            texts.put(aspect, field.text());
            if (field.source() != null && field.source() > 0 && field.source() <= read.size()) {
                readIn.put(aspect, read.get(field.source() - 1));
            }
        });
        ArticleVersion text = new ArticleVersion(
                slug,
                service,
                Languages.of(language),
                1,
                LocalDate.EPOCH,
                title,
                Objects.requireNonNullElse(summary, ""),
                Objects.requireNonNullElse(sms, ""),
                Objects.requireNonNullElse(voice, ""),
                texts,
                read);
        return new Edition(text, Objects.requireNonNullElse(questions, List.of()), readIn);
    }

    List<String> goldenQuestions() {
        return Objects.requireNonNullElse(golden, List.of());
    }
}
