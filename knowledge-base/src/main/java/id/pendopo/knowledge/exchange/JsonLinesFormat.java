package id.pendopo.knowledge.exchange;

import id.pendopo.knowledge.editor.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON Lines serialiser and parser: one article in one language a line, for another desk. */
final class JsonLinesFormat implements ArticleFormat {

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final Languages languages;

    /** @param languages in which an article may be read */
    JsonLinesFormat(Languages languages) {
        this.languages = languages;
    }

    @Override
    public String write(List<ExchangedArticle> articles) {
        return articles.stream()
                .map(article -> json.writeValueAsString(article) + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public List<ImportEntry> read(String text) {
        List<String> lines = text.lines().toList();
        List<ImportEntry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                entries.add(entry(i + 1, lines.get(i)));
            }
        }
        return entries;
    }

    private ImportEntry entry(int line, String text) {
        try {
            return new ImportEntry.Read(
                    line, json.readValue(text, ExchangedArticle.class).checked(line, languages));
        } catch (ImportFault e) {
            return ImportEntry.Fault.of(e);
        } catch (DatabindException e) {
            return ImportEntry.Fault.of(line, "editor.import.fault.part", part(e));
        } catch (JacksonException e) {
            return ImportEntry.Fault.of(line, "editor.import.fault.json");
        }
    }

    /** The part of the article that is wrong, as the line names it. */
    private static String part(DatabindException wrong) {
        return wrong.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "" + (step.getIndex() + 1) : step.getPropertyName())
                .collect(Collectors.joining("."));
    }
}
