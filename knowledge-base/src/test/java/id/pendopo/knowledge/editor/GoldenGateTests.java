package id.pendopo.knowledge.editor;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.KnowledgeTest;
import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Card.State;
import id.pendopo.knowledge.articles.Draft;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.editor.GoldenGate.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was judged once is not judged again, unless anything at all has changed that the judgement depends on. */
@KnowledgeTest
class GoldenGateTests {

    private static final Locale ID = Locale.of("id");
    private static final String QUESTION = "kartu biru untuk pendatang";

    private final GoldenGate gate;
    private final Articles articles;
    private final JdbcClient db;
    private final List<Edition> before;

    @Autowired
    GoldenGateTests(GoldenGate gate, Articles articles, JdbcClient db) {
        this.gate = gate;
        this.articles = articles;
        this.db = db;
        this.before = articles.published();
    }

    @AfterEach
    void leaveTheDeskAsItWas() {
        for (String table : List.of("article_golden", "article_version", "article")) {
            db.sql("delete from " + table).update();
        }
        articles.seed(before);
    }

    @Test
    void aDraftThatDidNotChangeIsJudgedOnce() {
        Report first = gate.rehearse(draft("Kartu Biru", QUESTION));

        assertThat(first.passes()).isTrue();
        assertThat(gate.rehearse(draft("Kartu Biru", QUESTION))).isSameAs(first);
    }

    @Test
    void aChangedDraftIsJudgedAnew() {
        Report first = gate.rehearse(draft("Kartu Biru", QUESTION));

        Report reworded = gate.rehearse(draft("Kartu Biru baru", QUESTION));
        Report retested = gate.rehearse(draft("Kartu Biru", "sewa lapangan olahraga per jam"));

        assertThat(reworded).isNotSameAs(first);
        assertThat(retested.missed()).extracting(GoldenGate.Lost::found).containsExactly("sewa-lapangan");
        assertThat(gate.rehearse(draft("Kartu Biru", QUESTION)).passes()).isTrue();
    }

    @Test
    void whatOthersPublishedMeanwhileIsMinded() {
        assertThat(gate.rehearse(draft("Kartu Biru", QUESTION)).passes()).isTrue();
        Edition lapangan = edition("sewa-lapangan");

        articles.publish(retitled(lapangan, QUESTION, List.of(QUESTION)), "citra", "dewi");

        Report now = gate.rehearse(draft("Kartu", QUESTION));
        assertThat(now.missed()).extracting(GoldenGate.Lost::found).containsExactly("sewa-lapangan");
        assertThat(gate.rehearse(draft("Kartu Biru", QUESTION)).asked())
                .as("one more question to defend")
                .isEqualTo(now.asked());
    }

    @Test
    void aTestQuestionThatSomebodyElseAddedIsDefendedAtOnce() {
        Report first = gate.rehearse(draft("Kartu Biru", QUESTION));

        db.sql(
                        "insert into article_golden (slug, language, questions) values ('sewa-lapangan', 'id', '[\"pinjam lapangan\"]')")
                .update();

        assertThat(gate.rehearse(draft("Kartu Biru", QUESTION)).asked()).isEqualTo(first.asked() + 1);
    }

    @Test
    void anArticleThatIsServedNoMoreLeavesAtOnce() {
        Report first = gate.rehearse(draft("Kartu Biru", QUESTION));
        int questions = articles.published().stream()
                .filter(edition -> edition.text().slug().equals("sewa-lapangan"))
                .mapToInt(edition -> edition.questions().size())
                .sum();

        db.sql("update article set review_by = '2026-11-23' where slug = 'sewa-lapangan'")
                .update();

        assertThat(gate.rehearse(draft("Kartu Biru", QUESTION)).asked()).isEqualTo(first.asked() - questions);
    }

    private Edition edition(String slug) {
        return articles.published().stream()
                .filter(edition -> edition.text().slug().equals(slug))
                .filter(edition -> edition.text().language().equals(ID))
                .findFirst()
                .orElseThrow();
    }

    private static Edition retitled(Edition old, String title, List<String> questions) {
        ArticleVersion text = old.text();
        ArticleVersion words = new ArticleVersion(
                text.slug(),
                text.service(),
                ID,
                1,
                text.published(),
                title,
                text.summary(),
                text.sms(),
                text.voice(),
                text.fields(),
                text.sources());
        return new Edition(words, questions, old.readIn());
    }

    private static Draft draft(String title, String golden) {
        ArticleVersion text = new ArticleVersion(
                "kartu-biru",
                "kartu-biru",
                ID,
                1,
                LocalDate.EPOCH,
                title,
                "Kartu Biru dibuat di loket lima.",
                "Kartu Biru: loket lima.",
                "Kartu Biru dibuat di loket lima.",
                Map.of(),
                List.of());
        Edition words = new Edition(text, List.of("mengurus kartu biru"), Map.of());
        return new Draft(words, List.of(golden), false, State.REVIEW, 1, 0, List.of("citra"), "");
    }
}
