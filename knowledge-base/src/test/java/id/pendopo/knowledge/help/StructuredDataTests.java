package id.pendopo.knowledge.help;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.TestArticles;
import id.pendopo.knowledge.articles.Edition;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StructuredDataTests {

    private final ArticleVersion text = TestArticles.editions().stream()
            .map(Edition::text)
            .filter(one -> one.slug().equals("kartu-hijau-hilang")
                    && one.language().getLanguage().equals("id"))
            .findFirst()
            .orElseThrow();

    @Test
    void describesTheServiceAndThePageAboutIt() {
        JsonNode service = read(new StructuredData("https://desk.example", () -> "Kabupaten Contoh").of(text));

        assertThat(service.get("@type").asString()).isEqualTo("GovernmentService");
        assertThat(service.get("name").asString()).isEqualTo("Kartu Hijau hilang");
        assertThat(service.get("url").asString()).isEqualTo("https://desk.example/help/kartu-hijau-hilang");
        assertThat(service.at("/offers/description").asString()).startsWith("Gratis.");
        assertThat(service.at("/availableChannel/serviceLocation/description").asString())
                .startsWith("Dinas Contoh");
        assertThat(service.at("/subjectOf/inLanguage").asString()).isEqualTo("id");
        assertThat(service.at("/subjectOf/dateModified").asString()).isEqualTo("2026-11-21");
        assertThat(service.at("/subjectOf/publisher/name").asString()).isEqualTo("Kabupaten Contoh");
        assertThat(service.at("/subjectOf/citation/0/url").asString()).startsWith("https://contoh.example/");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        JsonNode service = read(new StructuredData("", () -> "").of(text));

        assertThat(service.has("url")).isFalse();
        assertThat(service.has("hoursAvailable")).isFalse();
        assertThat(service.get("subjectOf").has("publisher")).isFalse();
    }

    @Test
    void cannotEndItsScriptElement() {
        ArticleVersion hostile = new ArticleVersion(
                text.slug(),
                text.service(),
                text.language(),
                text.version(),
                text.published(),
                "</script><script>",
                text.summary(),
                text.sms(),
                text.voice(),
                text.fields(),
                text.sources());

        String json = new StructuredData("", () -> "").of(hostile);

        assertThat(json).doesNotContain("<");
        assertThat(read(json).get("name").asString()).isEqualTo("</script><script>");
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
