package id.pendopo.knowledge;

import id.pendopo.knowledge.articles.ArticleFiles;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.ui.CountryPack;
import java.util.List;
import java.util.Locale;

/** Three invented articles of an invented regency. */
public final class TestArticles {

    private TestArticles() {}

    public static List<Edition> editions() {
        return ArticleFiles.at(
                        "classpath:test-articles/*.yaml", CountryPack.chosen().languages())
                .editions();
    }

    /** The Indonesian text of an article with another summary. */
    public static Edition withSummary(String slug, String summary) {
        return withSummary(slug, Locale.of("id"), summary, false);
    }

    public static Edition withSummary(String slug, Locale language, String summary, boolean reviewPending) {
        Edition old = editions().stream()
                .filter(edition -> edition.text().slug().equals(slug))
                .filter(edition -> edition.text().language().equals(language))
                .findFirst()
                .orElseThrow();
        ArticleVersion text = old.text();
        ArticleVersion changed = new ArticleVersion(
                slug,
                text.service(),
                text.language(),
                1,
                text.published(),
                text.title(),
                summary,
                text.sms(),
                text.voice(),
                text.fields(),
                text.sources());
        return new Edition(changed, old.questions(), old.readIn(), reviewPending);
    }
}
