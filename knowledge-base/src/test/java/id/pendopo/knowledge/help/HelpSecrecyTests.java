package id.pendopo.knowledge.help;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.KnowledgeTest;
import id.pendopo.knowledge.Seated;
import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.ArticlesChanged;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the help centre must not show, on none of its pages. */
@KnowledgeTest
class HelpSecrecyTests {

    private static final String SLUG = "sewa-lapangan";

    private final MockMvcTester visitor;
    private final Seated citra;
    private final Articles articles;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    @Autowired
    HelpSecrecyTests(MockMvc mvc, Articles articles, JdbcClient db, ApplicationEventPublisher events) {
        this.visitor = MockMvcTester.create(mvc);
        this.citra = Seated.editor(mvc, "citra");
        this.articles = articles;
        this.db = db;
        this.events = events;
    }

    @AfterEach
    void leaveTheDeskAsItWas() {
        Seated.restore(db, articles);
        SecurityContextHolder.clearContext();
    }

    @Test
    void anArticleForEverybodyIsOnEveryPage() {
        assertThat(opens("/help")).bodyText().contains(SLUG);
        assertThat(opens("/help?q=mau sewa lapangan")).bodyText().contains("Lapangan Gelora Contoh disewa");
        assertThat(opens("/help/" + SLUG)).hasStatus(200);
    }

    @Test
    void anInternalArticleIsOnNone() {
        db.sql("update article set internal = true where slug = ?").param(SLUG).update();
        events.publishEvent(new ArticlesChanged());

        isHidden();
    }

    @Test
    void anArticlePastItsReviewDateIsOnNone() {
        db.sql("update article set review_by = ? where slug = ?")
                .params(LocalDate.of(2026, 11, 1), SLUG)
                .update();
        events.publishEvent(new ArticlesChanged());

        isHidden();
    }

    @Test
    void aDraftIsOnNone() {
        citra.sends("/new", "title", "Kartu Biru rahasia", "slug", "kartu-biru", "service", "kartu");

        assertThat(citra.reads("?show=DRAFT")).contains("Kartu Biru rahasia");
        assertThat(opens("/help")).bodyText().doesNotContain("kartu-biru");
        assertThat(opens("/help?q=kartu biru rahasia")).bodyText().doesNotContain("/help/kartu-biru");
        assertThat(opens("/help/kartu-biru")).hasStatus(404);
    }

    private void isHidden() {
        assertThat(opens("/help")).bodyText().doesNotContain(SLUG);
        assertThat(opens("/help?q=mau sewa lapangan")).bodyText().doesNotContain(SLUG, "Gelora");
        assertThat(opens("/help/" + SLUG)).hasStatus(404);
        assertThat(visitor.post().uri("/help/" + SLUG + "/helpful?helpful=true").locale(Locale.of("id")))
                .hasStatus(404);
    }

    private MvcTestResult opens(String path) {
        return visitor.get().uri(path).locale(Locale.of("id")).exchange();
    }
}
