package id.pendopo.knowledge.articles;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * YAML source of an article as its authors write it, in the desk's main language and perhaps in others: {@code
 * articles/<slug>.yaml}.
 *
 * @param sources the pages that were read, by a short key that fields name
 * @param texts by language
 */
record ArticleFile(
        String slug,
        String service,
        boolean essential,
        Map<String, Source> sources,
        @JsonAnySetter Map<String, Wording> texts) {

    private static final String PENDING = "pending";

    ArticleFile {
        if (!slug.matches("[a-z0-9]++(?:-[a-z0-9]++)*+")) {
            throw new IllegalArgumentException("slug of an article: small letters, digits and hyphens only");
        }
        Objects.requireNonNull(service, slug + ": service");
        sources = Map.copyOf(sources);
        texts = Map.copyOf(texts);
    }

    /**
     * The text in one language.
     *
     * @param review {@code pending} until a native speaker has read it, otherwise left out
     */
    record Wording(
            String title,
            String summary,
            String sms,
            String voice,
            @Nullable Map<String, Field> fields,
            @Nullable List<String> questions,
            @Nullable String review) {

        Wording {
            if (review != null && !review.equals(PENDING)) {
                throw new IllegalArgumentException("review is " + PENDING + " or left out");
            }
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(summary, "summary");
            Objects.requireNonNull(sms, "sms");
            Objects.requireNonNull(voice, "voice");
        }
    }

    /** What is known of one aspect, with the key of its source. */
    record Field(String text, @Nullable String source) {}

    /**
     * The article in each language that it has, in the order given.
     *
     * @param languages those of the desk, the main one first: an article has a text in it, and none in any other
     */
    List<Edition> editions(List<Locale> languages) {
        Set<String> known = languages.stream().map(Locale::getLanguage).collect(Collectors.toSet());
        String main = languages.getFirst().getLanguage();
        if (!texts.containsKey(main) || !known.containsAll(texts.keySet())) {
            throw new IllegalArgumentException(
                    slug + ": an article has a text in \"" + main + "\", and further ones in some of " + languages);
        }
        return languages.stream()
                .flatMap(language -> Optional.ofNullable(texts.get(language.getLanguage())).stream()
                        .map(words -> edition(language, words)))
                .toList();
    }

    /** As version 1 of the day on which its sources were last read. */
    private Edition edition(Locale language, Wording wording) {
        Map<Aspect, String> texts = new EnumMap<>(Aspect.class);
        Map<Aspect, Source> readIn = new EnumMap<>(Aspect.class);
        Objects.requireNonNullElse(wording.fields(), Map.<String, Field>of()).forEach((name, field) -> {
            Aspect aspect = Aspect.valueOf(name.toUpperCase(Locale.ROOT));
            texts.put(aspect, field.text().strip());
            if (field.source() != null) {
                readIn.put(aspect, source(field.source()));
            }
        });
        List<Source> read = sources.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        ArticleVersion text = new ArticleVersion(
                slug,
                service,
                language,
                1,
                lastRead(read),
                wording.title().strip(),
                wording.summary().strip(),
                wording.sms().strip(),
                wording.voice().strip(),
                texts,
                read);
        return new Edition(
                text, Objects.requireNonNullElse(wording.questions(), List.of()), readIn, wording.review() != null);
    }

    private Source source(String key) {
        return Objects.requireNonNull(sources.get(key), () -> slug + ": unknown source " + key);
    }

    private LocalDate lastRead(List<Source> read) {
        return read.stream()
                .map(Source::read)
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new IllegalArgumentException(slug + ": an article needs a source"));
    }
}
