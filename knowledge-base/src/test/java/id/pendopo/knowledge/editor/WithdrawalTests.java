package id.pendopo.knowledge.editor;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.EditorTest;
import id.pendopo.knowledge.Seated;
import id.pendopo.knowledge.TestArticles;
import id.pendopo.knowledge.articles.Cards;
import id.pendopo.knowledge.articles.ReviewPlan;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Articles that are not valid any more, and those that somebody should look at. */
class WithdrawalTests extends EditorTest {

    private static final String CARD = "kartu-hijau-hilang";

    @Autowired
    private Cards cards;

    @Autowired
    private ReviewPlan plan;

    private MvcTestResult help() {
        return MockMvcTester.create(mvc)
                .get()
                .uri("/help/" + CARD)
                .locale(Locale.of("id"))
                .exchange();
    }

    @Test
    void oneAsksAndAnotherLetsItHappen() {
        citra.sends("/" + CARD + "/id/withdraw", "reason", " ");
        assertThat(cards.of(CARD).orElseThrow().withdrawal())
                .as("without a reason")
                .isEmpty();

        citra.sends("/" + CARD + "/id/withdraw", "reason", "Perbup baru berlaku.");
        assertThat(citra.reads("/" + CARD + "/id"))
                .contains("Perbup baru berlaku.")
                .doesNotContain("/withdraw/approve");
        citra.sends("/" + CARD + "/id/withdraw/approve");
        assertThat(knowledge.published(CARD, ID)).as("one's own wish").isPresent();
        assertThat(help()).hasStatusOk();

        Seated supervisor = new Seated(MockMvcTester.create(mvc), "budi", "knowledge:read", "knowledge:approve");
        assertThat(supervisor.reads("/" + CARD + "/id"))
                .as("who approves and does not write")
                .contains("/withdraw/approve");
        assertThat(dewi.reads("/" + CARD + "/id")).contains("/withdraw/approve");
        dewi.sends("/" + CARD + "/id/withdraw/approve");

        assertThat(knowledge.published(CARD, ID)).isEmpty();
        assertThat(dewi.reads("?show=WITHDRAWN")).contains("Kartu Hijau hilang", "dicabut");
        assertThat(help()).hasStatus(410).bodyText().contains("tidak berlaku lagi", "/help/kartu-hijau-baru");
    }

    @Test
    void whatWasWithdrawnComesBackAsItWas() {
        citra.sends("/" + CARD + "/id/withdraw", "reason", "Keliru.");
        dewi.sends("/" + CARD + "/id/withdraw/approve");

        dewi.sends("/" + CARD + "/id/restore");

        assertThat(knowledge.published(CARD, ID))
                .hasValueSatisfying(text -> assertThat(text.version()).isEqualTo(1));
        assertThat(help()).hasStatusOk();
    }

    @Test
    void aNewTextBringsItBackToo() {
        citra.sends("/" + CARD + "/id/withdraw", "reason", "Keliru.");
        dewi.sends("/" + CARD + "/id/withdraw/approve");

        articles.publish(TestArticles.withSummary(CARD, "Aturan baru."), "citra", "dewi");

        assertThat(knowledge.published(CARD, ID).orElseThrow().summary()).isEqualTo("Aturan baru.");
    }

    @Test
    void whoChangesHisMindKeepsTheArticle() {
        citra.sends("/" + CARD + "/id/withdraw", "reason", "Keliru.");
        citra.sends("/" + CARD + "/id/withdraw/refuse");
        dewi.sends("/" + CARD + "/id/withdraw/approve");

        assertThat(knowledge.published(CARD, ID)).isPresent();
        assertThat(cards.of(CARD).orElseThrow().withdrawal()).isEmpty();
    }

    @Test
    void everyArticleHasADayToBeLookedAtAndTheFirstOneIsOnTop() {
        assertThat(plan.days(cards.all(), articles.newest()))
                .as("a year after its pages were read")
                .hasSize(3)
                .containsEntry(CARD, LocalDate.of(2027, 11, 21));
        assertThat(plan.overdue()).isEmpty();

        cards.care("sewa-lapangan", Optional.of("Bu Ani"), Optional.of(LocalDate.of(2026, 11, 1)), "citra");
        cards.care(CARD, Optional.empty(), Optional.of(LocalDate.of(2026, 12, 1)), "citra");

        assertThat(plan.overdue()).containsExactly("sewa-lapangan");
        String list = ani.reads("");
        assertThat(list.indexOf("/desk/knowledge/sewa-lapangan\""))
                .isPositive()
                .isLessThan(list.indexOf("/desk/knowledge/" + CARD + "\""));
        assertThat(list.indexOf("/desk/knowledge/" + CARD + "\""))
                .isLessThan(list.indexOf("/desk/knowledge/kartu-hijau-baru\""));
        assertThat(list).contains("Bu Ani");
    }
}
