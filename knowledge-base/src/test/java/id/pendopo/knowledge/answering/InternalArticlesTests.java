package id.pendopo.knowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.KnowledgeTest;
import id.pendopo.knowledge.Question;
import id.pendopo.knowledge.Seated;
import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Edition;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.util.UriUtils;

/** A word that stands in an internal article only is looked for at every door that citizens have. */
@KnowledgeTest
class InternalArticlesTests {

    private static final Locale ID = Locale.of("id");
    private static final String MARKER = "zanggalewa";
    private static final String SLUG = "tata-loket-dalam";

    private final MockMvc mvc;
    private final KnowledgeBase knowledge;
    private final LiveKnowledge live;
    private final Articles articles;
    private final JdbcClient db;
    private final Seated citra;
    private final Seated dewi;
    private final Seated ani;

    @Autowired
    InternalArticlesTests(MockMvc mvc, LiveKnowledge live, Articles articles, JdbcClient db) {
        this.mvc = mvc;
        this.knowledge = live;
        this.live = live;
        this.articles = articles;
        this.db = db;
        this.citra = Seated.editor(mvc, "citra");
        this.dewi = Seated.editor(mvc, "dewi");
        this.ani = Seated.agent(mvc);
    }

    @BeforeEach
    void publishAnInternalArticle() {
        publish("true");
    }

    @AfterEach
    void leaveTheDeskAsItWas() {
        Seated.restore(db, articles);
        SecurityContextHolder.clearContext();
    }

    @Test
    void theDeskReadsIt() {
        assertThat(articles.version(SLUG, ID, 1)).isPresent();
        assertThat(ani.reads("?q=" + MARKER)).contains("Tata loket " + MARKER, "internal");
        assertThat(ani.reads("?show=INTERNAL")).contains("Tata loket " + MARKER);
        assertThat(ani.reads("/" + SLUG + "/id")).contains("Kata sandinya " + MARKER, "Artikel internal.");
    }

    @Test
    void citizensNeverDo() {
        for (String question : new String[] {
            MARKER, "tata loket " + MARKER, "kata sandi " + MARKER, "bagaimana tata loket dalam", "cara pakai " + MARKER
        }) {
            for (Locale language : new Locale[] {ID, Locale.ENGLISH}) {
                assertSilent(knowledge.ask(new Question(question, language, Optional.empty())));
                assertSilent(knowledge.ask(new Question(question, language, Optional.of(SLUG))));
                assertSilent(live.search(question, language));
                assertSilent(help("/help?q=" + question, language)
                        .replace(question, "")
                        .replace(UriUtils.encode(question, StandardCharsets.UTF_8), ""));
            }
        }
        for (Locale language : new Locale[] {ID, Locale.ENGLISH}) {
            assertThat(knowledge.published(SLUG, language)).isEmpty();
            assertThat(knowledge.answer(SLUG, Optional.of(Aspect.PROCEDURE), language))
                    .isEmpty();
            assertSilent(knowledge.articles(language));
            assertSilent(help("/help", language));
            for (String text : new String[] {"", "?text=id", "?q=" + MARKER}) {
                var door = MockMvcTester.create(mvc)
                        .perform(MockMvcRequestBuilders.get("/help/" + SLUG + text)
                                .locale(language));
                assertThat(door).hasStatus(404).doesNotContainHeader("Link");
            }
        }
        assertSilent(live.editions());
        assertSilent(articles.published());
    }

    @Test
    void theSameWordsWouldBeFoundIfTheyWerePublic() {
        Seated.restore(db, articles);

        publish("false");

        assertThat(knowledge.ask(new Question("tata loket " + MARKER, ID, Optional.empty())))
                .isInstanceOf(Answer.Found.class);
        assertThat(help("/help/" + SLUG, ID)).contains(MARKER);
        assertThat(articles.published()).map(Edition::toString).anyMatch(text -> text.contains(MARKER));
    }

    private void publish(String internal) {
        citra.sends("/new", "title", "Tata loket " + MARKER, "slug", SLUG, "service", "loket", "internal", internal);
        citra.sends(
                "/" + SLUG + "/id/edit",
                "revision",
                "1",
                "title",
                "Tata loket " + MARKER,
                "summary",
                "Kata sandinya " + MARKER + ".",
                "sms",
                "Loket " + MARKER,
                "voice",
                "Loket " + MARKER,
                "field.PROCEDURE",
                "Pakai " + MARKER + ".",
                "questions",
                "tata loket " + MARKER + "\nkata sandi " + MARKER,
                "wish",
                "SUBMIT");
        dewi.sends("/" + SLUG + "/id/approve", "revision", "3");
    }

    private String help(String path, Locale language) {
        return Seated.body(MockMvcTester.create(mvc)
                .perform(MockMvcRequestBuilders.get(path).locale(language)));
    }

    private static void assertSilent(Object said) {
        assertThat(said.toString()).doesNotContain(MARKER).doesNotContain(SLUG);
    }
}
