package id.pendopo.knowledge.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.ui.CountryPack;
import id.pendopo.ui.CountryPackRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles of a pack in an invented language. */
class ArticleFilesTests {

    private static final String WORDS =
            "  {title: T, summary: S, sms: M, voice: V, fields: {fee: {text: none, source: law}}}\n";
    private static final String ARTICLE = """
            slug: blue-card
            service: card
            essential: true
            sources:
              law: {name: Act 1, url: "https://example.org/act-1", read: 2026-11-20}
            xx:
            """ + WORDS;

    @TempDir
    Path folder;

    @BeforeEach
    void aPack() throws IOException {
        Files.writeString(folder.resolve("pack.properties"), "languages = xx, yy\nzone = UTC\nregion = NZ\n");
    }

    private ArticleFiles holding(String article) throws IOException {
        Files.createDirectories(folder.resolve("articles"));
        Files.writeString(folder.resolve("articles/blue-card.yaml"), article);
        return ArticleFiles.of(CountryPack.of(folder.toString()));
    }

    @Test
    void anArticleHasTextsInAnyLanguageOfThePack() throws IOException {
        assertThat(holding(ARTICLE + "yy:\n" + WORDS).editions())
                .extracting(edition -> edition.text().language())
                .containsExactly(Locale.of("xx"), Locale.of("yy"));
    }

    @Test
    void anArticleWithoutATextInTheMainLanguageIsRefused() throws IOException {
        assertRefused(ARTICLE.replace("xx:", "yy:"), "blue-card.yaml", "has a text in \"xx\"");
    }

    @Test
    void aTextInALanguageThatThePackHasNotIsRefused() throws IOException {
        assertRefused(ARTICLE + "zz:\n" + WORDS, "blue-card.yaml", "further ones in some of [xx, yy]");
    }

    @Test
    void anArticleThatIsNotWellFormedIsRefused() throws IOException {
        assertRefused(ARTICLE.replace("slug:", "slugs:"), "articles/blue-card.yaml");
        assertRefused(ARTICLE.replace("essential: true", "essential: ["), "articles/blue-card.yaml");
    }

    private void assertRefused(String article, String... said) throws IOException {
        ArticleFiles files = holding(article);
        assertThatThrownBy(files::editions)
                .isInstanceOf(CountryPackRefused.class)
                .hasMessageContainingAll(said);
    }
}
