package id.pendopo.knowledge.articles;

import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON serialisation of the three JSON columns of a version, and the fingerprint that tells whether a text is new. */
final class EditionJson {

    private final JsonMapper json = JsonMapper.builder().build();

    /** A field with the place of its source in the list of sources, or none. */
    record StoredField(String text, @Nullable Integer source) {}

    String fields(Edition edition) {
        Map<Aspect, StoredField> stored = new TreeMap<>();
        List<Source> sources = edition.text().sources();
        edition.text().fields().forEach((aspect, text) -> {
            Source source = edition.readIn().get(aspect);
            stored.put(aspect, new StoredField(text, source == null ? null : sources.indexOf(source)));
        });
        return json.writeValueAsString(stored);
    }

    String sources(Edition edition) {
        return json.writeValueAsString(edition.text().sources());
    }

    String questions(Edition edition) {
        return strings(edition.questions());
    }

    String strings(List<String> lines) {
        return json.writeValueAsString(lines);
    }

    Map<Aspect, StoredField> readFields(String column) {
        return json.readValue(column, new TypeReference<EnumMap<Aspect, StoredField>>() {});
    }

    List<Source> readSources(String column) {
        return json.readValue(column, new TypeReference<>() {});
    }

    List<String> readQuestions(String column) {
        return json.readValue(column, new TypeReference<>() {});
    }

    /** Equal for equal content, whatever its version number and day; a text that was read over at last is new. */
    String fingerprint(Edition edition) {
        var text = edition.text();
        List<String> content = new ArrayList<>(List.of(
                text.service(),
                text.title(),
                text.summary(),
                text.sms(),
                text.voice(),
                fields(edition),
                sources(edition),
                questions(edition)));
        if (edition.reviewPending()) {
            content.add("review pending");
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
