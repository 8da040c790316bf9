package id.pendopo.knowledge.articles;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * YAML source of an article as its authors write it, in the desk's main language and perhaps in others: {@code
 * articles/<slug>.yaml}.
 *
 * @param essential whether it must have short texts in every language; for authors alone
 * @param sources the pages that were read, by a short key that fields name
 * @param internal whether only the desk may read it; left out for no
 * @param owner the key of the unit that looks after it
 * @param reviewBy the last day on which it is served without somebody having looked at it again
 * @param texts by language
 */
public record ArticleFile(
        String slug,
        String service,
        @Nullable Boolean essential,
        @Nullable Map<String, Source> sources,
        @Nullable Boolean internal,
        @Nullable String owner,
        @JsonProperty("review_by") @Nullable LocalDate reviewBy,
        @JsonAnySetter Map<String, Wording> texts) {

    static final String PENDING = "pending";

    public ArticleFile {
        if (slug == null || !slug.matches("[a-z0-9]++(?:-[a-z0-9]++)*+")) {
            throw new IllegalArgumentException("slug of an article: small letters, digits and hyphens only");
        }
        if (service == null || service.isBlank()) {
            throw new IllegalArgumentException(
                    "service is missing: write the public service that " + slug + " is about");
        }
        sources = Map.copyOf(Objects.requireNonNullElse(sources, Map.of()));
        texts = Map.copyOf(texts);
    }

    /**
     * The text in one language.
     *
     * @param golden questions that must find it and are never searched
     * @param review {@code pending} until a native speaker has read it, otherwise left out
     * @param reviewed left out while nobody answers for it
     */
    public record Wording(
            String title,
            String summary,
            String sms,
            String voice,
            @Nullable Map<String, Field> fields,
            @Nullable List<String> questions,
            @Nullable List<String> golden,
            @Nullable String review,
            @Nullable Reviewed reviewed) {

        public Wording {
            if (review != null && !review.equals(PENDING)) {
                throw new IllegalArgumentException("review is " + PENDING + " or left out");
            }
            given("title", title);
            given("summary", summary);
            given("sms", sms);
            given("voice", voice);
        }

        private static void given(String name, @Nullable String text) {
            if (text == null) {
                throw new IllegalArgumentException(name + " is missing");
            }
        }
    }

    /** Who has read over what stands here and answers for it, and when. */
    public record Reviewed(String by, LocalDate on) {

        public Reviewed {
            if (by == null || by.isBlank() || on == null) {
                throw new IllegalArgumentException("reviewed names who has read it over, by, and the day, on");
            }
        }
    }

    /** What is known of one aspect, with the key of its source. */
    public record Field(String text, @Nullable String source) {

        public Field {
            if (text == null || text.isBlank()) {
                throw new IllegalArgumentException("a field has a text, or is left out");
            }
        }
    }

    /**
     * The article in each language that it has, in the order given.
     *
     * @param languages those of the desk, the main one first: an article has a text in it, and none in any other
     */
    public List<Edition> editions(List<Locale> languages) {
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
            Aspect aspect = aspect(name);
            texts.put(aspect, field.text().strip());
            if (field.source() != null) {
                readIn.put(aspect, source(field.source()));
            }
        });
        List<Source> read = sources().entrySet().stream()
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

    private static Aspect aspect(String name) {
        return Stream.of(Aspect.values())
                .filter(aspect -> name(aspect).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no field " + name + "; what there is: "
                        + Stream.of(Aspect.values()).map(ArticleFile::name).collect(Collectors.joining(", "))));
    }

    /** What a field is called in a file. */
    public static String name(Aspect aspect) {
        return aspect.name().toLowerCase(Locale.ROOT);
    }

    private Source source(String key) {
        return Optional.ofNullable(sources().get(key))
                .orElseThrow(() -> new IllegalArgumentException(
                        slug + " has no source \"" + key + "\"; list it under sources, or name another"));
    }

    /** The sources, none when the file lists none. */
    @Override
    public Map<String, Source> sources() {
        return Objects.requireNonNullElse(sources, Map.of());
    }

    /** Without a source it has no figure, and is of no day. */
    private static LocalDate lastRead(List<Source> read) {
        return read.stream().map(Source::read).max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    }
}
