package id.pendopo.knowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.KnowledgeTest;
import id.pendopo.knowledge.Question;
import id.pendopo.knowledge.Seated;
import id.pendopo.knowledge.TestArticles;
import id.pendopo.knowledge.articles.Articles;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.articles.KnowledgeRevision;
import id.pendopo.knowledge.feedback.LearnedLines;
import id.pendopo.ui.ChangePoll;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Two knowledge bases on one database, as two nodes have them; the second hears no event of the first. */
@KnowledgeTest
class OtherNodesTests {

    private static final Locale ID = Locale.of("id");
    private static final String SLUG = "sewa-lapangan";
    private static final String CHANGED = "Lapangan disewakan mulai pukul 05.00.";

    private final Articles articles;
    private final KnowledgeRevision revision;
    private final TransactionOperations transactions;
    private final JdbcClient db;
    private final LiveKnowledge here;
    private final LiveKnowledge there;

    @Autowired
    OtherNodesTests(
            Articles articles,
            KnowledgeRevision revision,
            LearnedLines learned,
            SearchTools tools,
            TransactionOperations transactions,
            JdbcClient db,
            LiveKnowledge here) {
        this.articles = articles;
        this.revision = revision;
        this.transactions = transactions;
        this.db = db;
        this.here = here;
        this.there = new LiveKnowledge(articles, revision, learned, tools);
    }

    @AfterEach
    void leaveTheDeskAsItWas() {
        Seated.restore(db, articles);
    }

    @Test
    void followWhatIsPublishedElsewhereWithinTwoSeconds() {
        ChangePoll poll = new ChangePoll("the other node", there::followOthers, true);
        poll.start();
        try {
            publish();

            assertThat(summary(here)).isEqualTo(CHANGED);
            await().atMost(Duration.ofSeconds(2)).until(() -> summary(there).equals(CHANGED));
        } finally {
            poll.destroy();
        }
    }

    @Test
    void giveNoAnswerOfBeforeOnceTheyFollowed() {
        Question question = new Question("sewa lapangan", ID, Optional.empty());
        assertThat(there.ask(question))
                .isInstanceOfSatisfying(
                        Answer.Found.class, found -> assertThat(found.web()).doesNotContain(CHANGED));
        publish();

        assertThat(there.follow()).isTrue();

        assertThat(there.ask(question))
                .isInstanceOfSatisfying(
                        Answer.Found.class, found -> assertThat(found.web()).contains(CHANGED));
        assertThat(there.follow()).as("nothing is new").isFalse();
    }

    @Test
    void hearNothingOfWhatWasNotCommitted() {
        long before = revision.current();

        transactions.executeWithoutResult(transaction -> {
            publish();
            transaction.setRollbackOnly();
        });

        assertThat(revision.current()).isEqualTo(before);
        assertThat(there.follow()).isFalse();
    }

    private void publish() {
        Edition changed = TestArticles.withSummary(SLUG, CHANGED);
        assertThat(articles.publish(changed, "citra", "dewi")).isTrue();
    }

    private static String summary(LiveKnowledge knowledge) {
        return knowledge.published(SLUG, ID).orElseThrow().summary();
    }
}
