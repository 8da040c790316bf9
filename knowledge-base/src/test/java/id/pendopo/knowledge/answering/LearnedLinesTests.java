package id.pendopo.knowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.EditorTest;
import id.pendopo.knowledge.PickedArticles;
import id.pendopo.knowledge.PickedArticles.Pick;
import id.pendopo.knowledge.PickedArticles.Picker;
import id.pendopo.knowledge.Question;
import id.pendopo.knowledge.UnansweredQuestions;
import id.pendopo.knowledge.UnansweredQuestions.Why;
import id.pendopo.knowledge.articles.ArticlesChanged;
import id.pendopo.knowledge.articles.KnowledgeRevision;
import id.pendopo.knowledge.feedback.LearnedLines;
import id.pendopo.knowledge.search.Hit;
import id.pendopo.ui.ChangePoll;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What several people pick for the same words is found by them afterwards, on every node. */
class LearnedLinesTests extends EditorTest {

    private static final String NEW = "kartu-hijau-baru";
    private static final String LOST = "kartu-hijau-hilang";
    private static final String COURT = "sewa-lapangan";

    /** Said of a card that was stolen; no article says it. */
    private static final String ASKED = "kartu hijau kecopetan di angkot";

    private static final String SURE = "sewa lapangan";

    @Autowired
    private PickedArticles picked;

    @Autowired
    private UnansweredQuestions unanswered;

    @Autowired
    private LearnedLines learned;

    @Autowired
    private KnowledgeRevision revision;

    @Autowired
    private SearchTools tools;

    @Autowired
    private LiveKnowledge live;

    @Autowired
    private ApplicationEventPublisher events;

    @BeforeEach
    @AfterEach
    void nothingIsLearned() {
        db.sql("delete from picked_article").update();
        db.sql("delete from learned_line").update();
        db.sql("delete from unanswered_question").update();
        events.publishEvent(new ArticlesChanged());
    }

    private void picks(String question, String slug, String... people) {
        for (String person : people) {
            picked.note(new Pick(question, slug, ID, "web", Picker.CITIZEN, person));
        }
        live.follow();
    }

    private Answer ask(String question) {
        return live.ask(new Question(question, ID, Optional.empty()));
    }

    private String first(String question) {
        return live.find(question).hits().stream().findFirst().map(Hit::id).orElse("");
    }

    private void answers(String question, String slug) {
        assertThat(ask(question))
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.version().slug()).isEqualTo(slug));
    }

    private List<String> lines() {
        return learned.all().stream()
                .map(line -> line.slug() + " " + line.words())
                .toList();
    }

    @Test
    void whatThreePeoplePickIsAnsweredAfterwards() {
        assertThat(ask(ASKED)).isNotInstanceOf(Answer.Found.class);

        picks(ASKED, LOST, "17", "18");
        assertThat(ask(ASKED)).isNotInstanceOf(Answer.Found.class);
        picks(ASKED, LOST, "19");

        answers(ASKED, LOST);
        answers("kecopetan kartu hijau di angkot pak", LOST);
    }

    @Test
    void whatPeoplePickComesFirstWhereAnotherArticleDid() {
        String question = "kartu hijau pertama kali ilang";
        String before = first(question);
        String other = before.equals(NEW) ? LOST : NEW;

        picks(question, other, "17", "18", "19");

        assertThat(first(question)).isEqualTo(other).isNotEqualTo(before);
    }

    @Test
    void onePersonFlipsNothingHoweverOftenTheyPick() {
        answers(SURE, COURT);

        picks(SURE, LOST, "17", "17", "17", "17");
        picks(ASKED, NEW, "17", "17", "17", "17");

        answers(SURE, COURT);
        assertThat(lines()).isEmpty();
    }

    @Test
    void whatEditorsWroteForAnotherArticleIsNotTakenFromIt() {
        String own = "kehilangan kartu hijau";
        answers(own, LOST);

        picks(own, COURT, "17", "18", "19", "20");

        answers(own, LOST);
    }

    @Test
    void peopleWhoDisagreeTeachNothingAndWhoAgreeLaterDo() {
        picks(ASKED, LOST, "17", "18", "19");
        picks(ASKED, NEW, "20", "21");
        assertThat(lines()).isEmpty();

        picks(ASKED, LOST, "22");

        assertThat(lines()).hasSize(1);
    }

    @Test
    void isUnlearnedWhenAPickIsTakenBack() {
        picks(ASKED, LOST, "17", "18", "19");

        picked.withdraw(new Pick(ASKED, LOST, ID, "web", Picker.CITIZEN, "18"));
        live.follow();

        assertThat(lines()).isEmpty();
        assertThat(ask(ASKED)).isNotInstanceOf(Answer.Found.class);
    }

    @Test
    void goesWithItsArticle() {
        picks(ASKED, LOST, "17", "18", "19");

        db.sql("update article set internal = true where slug = ?").param(LOST).update();
        events.publishEvent(new ArticlesChanged());

        assertThat(live.find(ASKED).hits()).noneMatch(hit -> hit.id().equals(LOST));
    }

    @Test
    void agentsTeachWhatHadNoAnswer() {
        unanswered.note(ASKED, ID, "web", Why.UNKNOWN);
        for (String agent : List.of("ani", "budi", "ani", "cici")) {
            picked.note(new Pick(ASKED, LOST, ID, "web", Picker.AGENT, agent));
        }
        live.follow();

        answers(ASKED, LOST);
    }

    @Test
    void nothingThatNamesSomebodyIsLearned() {
        picks("Siti 081234567890 kartu hijau kecopetan", LOST, "17");
        picks("Budi 3201012003900001 kartu hijau kecopetan", LOST, "18");
        picks("kartu hijau kecopetan, Tono", LOST, "19");
        assertThat(lines()).as("each named somebody else").isEmpty();

        picks("081234567890 kartu hijau kecopetan", LOST, "17");
        picks("kartu hijau kecopetan a@example.id", LOST, "18");
        picks("kartu hijau kecopetan", LOST, "19");

        assertThat(lines()).containsExactly(LOST + " kartu hijau kecopetan");
        assertThat(db.sql("select words || gist from learned_line")
                        .query(String.class)
                        .list())
                .noneMatch(kept -> kept.matches("(?i).*(\\d|siti|budi|tono|example|telepon|email).*"));
    }

    @Test
    void anArticleKeepsTheTenNewest() {
        for (int i = 0; i < 12; i++) {
            picks("kartu hijau kecopetan nomor " + (char) ('a' + i) + "lpha", LOST, "17", "18", "19");
            db.sql("update learned_line set learned_at = learned_at - interval '1 minute'")
                    .update();
        }

        assertThat(lines()).hasSize(10).noneMatch(line -> line.endsWith("alpha") || line.endsWith("blpha"));
    }

    @Test
    void otherNodesLearnItWithinTwoSeconds() {
        LiveKnowledge there = new LiveKnowledge(articles, revision, learned, tools);
        ChangePoll poll = new ChangePoll("the other node", there::followOthers, true);
        poll.start();
        try {
            picks(ASKED, LOST, "17", "18", "19");

            await().atMost(Duration.ofSeconds(2))
                    .until(() -> there.ask(new Question(ASKED, ID, Optional.empty())) instanceof Answer.Found);
        } finally {
            poll.destroy();
        }
    }

    @Test
    void isForgottenWhenNobodyPickedItForTwoYears() {
        picks(ASKED, LOST, "17", "18", "19");
        db.sql("update picked_article set day = day - interval '25 months'").update();
        db.sql("update learned_line set confirmed_on = confirmed_on - interval '25 months'")
                .update();

        picks("sewa lapangan malam", COURT, "17");

        assertThat(lines()).isEmpty();
    }

    @Test
    void anEditorTakesItOutForGood() {
        picks(ASKED, LOST, "17", "18", "19");
        assertThat(citra.reads("/gaps")).contains("Sudah dipakai pencarian");
        String gist = learned.all().getFirst().gist();

        assertThat(citra.sends("/gaps/refuse", "gist", gist)).hasRedirectedUrl("/desk/knowledge/gaps");
        picks(ASKED, LOST, "20");

        assertThat(lines()).isEmpty();
        assertThat(ask(ASKED)).isNotInstanceOf(Answer.Found.class);
        assertThat(citra.reads("/gaps")).doesNotContain("Sudah dipakai pencarian");
    }
}
