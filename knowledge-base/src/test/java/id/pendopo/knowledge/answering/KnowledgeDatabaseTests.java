package id.pendopo.knowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.KnowledgeTest;
import id.pendopo.knowledge.Question;
import id.pendopo.knowledge.TestArticles;
import id.pendopo.knowledge.articles.Articles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KnowledgeTest
class KnowledgeDatabaseTests {

    private static final Locale ID = Locale.of("id");

    @Autowired
    KnowledgeBase knowledge;

    @Autowired
    Articles articles;

    @Autowired
    JdbcClient db;

    @Test
    void answersFromWhatTheDatabaseHolds() {
        var answer = knowledge.ask(new Question("kartu hijau saya hilang, bayar berapa?", ID, Optional.empty()));

        assertThat(answer).isInstanceOfSatisfying(Answer.Found.class, found -> {
            assertThat(found.aspect()).contains(Aspect.FEE);
            assertThat(found.web()).isEqualTo("Biaya: Gratis. Tidak ada pungutan apa pun.");
            assertThat(found.citation().url()).isEqualTo("/help/kartu-hijau-hilang");
            assertThat(found.citation().source()).isEqualTo("Peraturan Kabupaten Contoh Nomor 1 Tahun 2025");
        });
    }

    @Test
    void unchangedFilesAddNoVersion() {
        assertThat(articles.seed(TestArticles.editions())).isZero();
    }

    @Test
    void changedContentBecomesTheNextVersionAndIsSearchedAtOnce() {
        articles.seed(
                List.of(TestArticles.withSummary("sewa-lapangan", "Lapangan sudah dapat dipesan lewat kelurahan.")));

        var published = knowledge.published("sewa-lapangan", ID).orElseThrow();
        assertThat(published.version()).isEqualTo(2);
        assertThat(published.summary()).isEqualTo("Lapangan sudah dapat dipesan lewat kelurahan.");
        assertThat(articles.version("sewa-lapangan", ID, 1).orElseThrow().text().summary())
                .startsWith("Lapangan Gelora Contoh");
        articles.seed(TestArticles.editions());
    }

    @Test
    void anArticleThatAnEditorTookOverIsLeftAlone() {
        db.sql("update article set edited_here = true where slug = 'kartu-hijau-baru'")
                .update();

        assertThat(articles.seed(List.of(TestArticles.withSummary("kartu-hijau-baru", "Berubah."))))
                .isZero();
        assertThat(knowledge.published("kartu-hijau-baru", ID).orElseThrow().summary())
                .startsWith("Warga berumur");
        db.sql("update article set edited_here = false where slug = 'kartu-hijau-baru'")
                .update();
    }
}
