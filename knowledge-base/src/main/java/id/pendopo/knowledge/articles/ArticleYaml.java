package id.pendopo.knowledge.articles;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** YAML serialiser of articles: what is written reads as the same {@link ArticleFile} again, byte for byte the same each time. */
public final class ArticleYaml {

    /** Reads strictly: what it does not know is a mistake. */
    public static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                    .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ArticleYaml() {}

    /**
     * An article in its languages.
     *
     * @param owner the key of its unit
     * @param editions the newest of each language, the main one first
     * @param golden by text
     */
    public static String write(
            Card card, Optional<String> owner, List<Edition> editions, Map<Articles.Name, List<String>> golden) {
        Map<Source, String> keys = keys(editions);
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("slug", card.slug());
        article.put("service", card.service());
        if (card.internal()) {
            article.put("internal", true);
        }
        owner.ifPresent(unit -> article.put("owner", unit));
        card.reviewBy().ifPresent(day -> article.put("review_by", day.toString()));
        Map<String, Object> sources = new LinkedHashMap<>();
        keys.forEach((source, key) -> sources.put(key, source(source)));
        if (!sources.isEmpty()) {
            article.put("sources", sources);
        }
        for (Edition edition : editions) {
            article.put(
                    edition.text().language().toLanguageTag(),
                    wording(edition, keys, golden.getOrDefault(Articles.Name.of(edition), List.of())));
        }
        return MAPPER.writeValueAsString(article);
    }

    /** Sources are kept in the order of their keys. */
    private static Map<Source, String> keys(List<Edition> editions) {
        Map<Source, String> keys = new LinkedHashMap<>();
        editions.stream()
                .flatMap(edition -> edition.text().sources().stream())
                .forEach(source -> keys.computeIfAbsent(source, _ -> "s%02d".formatted(keys.size() + 1)));
        return keys;
    }

    private static Map<String, String> source(Source source) {
        Map<String, String> page = new LinkedHashMap<>();
        page.put("name", source.name());
        page.put("url", source.url());
        page.put("read", source.read().toString());
        return page;
    }

    private static Map<String, Object> wording(Edition edition, Map<Source, String> keys, List<String> golden) {
        ArticleVersion text = edition.text();
        Map<String, Object> wording = new LinkedHashMap<>();
        wording.put("title", text.title());
        wording.put("summary", text.summary());
        wording.put("sms", text.sms());
        wording.put("voice", text.voice());
        Map<String, Object> fields = new LinkedHashMap<>();
        new TreeMap<>(text.fields())
                .forEach((aspect, words) -> fields.put(ArticleFile.name(aspect), field(edition, aspect, words, keys)));
        if (!fields.isEmpty()) {
            wording.put("fields", fields);
        }
        wording.put("questions", edition.questions());
        if (!golden.isEmpty()) {
            wording.put("golden", golden);
        }
        if (edition.reviewPending()) {
            wording.put("review", ArticleFile.PENDING);
        }
        return wording;
    }

    private static Map<String, String> field(Edition edition, Aspect aspect, String words, Map<Source, String> keys) {
        Map<String, String> field = new LinkedHashMap<>();
        field.put("text", words);
        Optional.ofNullable(edition.readIn().get(aspect))
                .flatMap(source -> Optional.ofNullable(keys.get(source)))
                .ifPresent(key -> field.put("source", key));
        return field;
    }
}
