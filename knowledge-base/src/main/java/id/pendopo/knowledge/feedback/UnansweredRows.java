package id.pendopo.knowledge.feedback;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.DisputedAnswers;
import id.pendopo.knowledge.Masking;
import id.pendopo.knowledge.UnansweredQuestions;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Store of unanswered queries: the questions that nobody answered so that it helped, masked; those that are old are
 * forgotten on the way.
 */
@Component
public class UnansweredRows implements UnansweredQuestions, DisputedAnswers {

    /** The help centre is open to everybody: more disputes of one article than this in a day are not people. */
    static final int MOST_DISPUTES_A_DAY = 100;

    private static final String DISPUTED = "DISPUTED";
    private static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient db;
    private final Clock clock;
    private final Masking masking;

    UnansweredRows(JdbcClient db, Clock clock, Masking masking) {
        this.masking = masking;
        this.db = db;
        this.clock = clock;
    }

    /**
     * A question as it is kept.
     *
     * @param ambiguous whether it was asked back
     * @param disputed the article whose answer did not help; empty when there was no answer
     */
    public record Row(String question, String language, String kind, boolean ambiguous, Optional<String> disputed) {

        @Override
        public String toString() {
            return "Row[" + language + ", " + kind + ", " + ambiguous + ", " + disputed + "]";
        }
    }

    @Override
    public void note(String question, Locale language, String kind, Why why) {
        keep(question, language, kind, why.name(), null);
    }

    @Override
    @Transactional
    public void disputed(String question, ArticleVersion answered, String kind) {
        int today = db.sql("select count(*) from unanswered_question where slug = ? and at > ?")
                .params(answered.slug(), now().minusDays(1))
                .query(Integer.class)
                .single();
        if (today < MOST_DISPUTES_A_DAY) {
            keep(question, answered.language(), kind, DISPUTED, answered.slug());
        }
    }

    private void keep(String question, Locale language, String kind, String why, @Nullable String slug) {
        String words = KeptWords.of(question, masking);
        if (words.isEmpty()) {
            return;
        }
        db.sql("""
                insert into unanswered_question (question, language, kind, why, slug, at)
                values (:question, :language, :kind, :why, :slug, :at)
                """)
                .param("question", words)
                .param("language", language.getLanguage())
                .param("kind", kind)
                .param("why", why)
                .param("slug", slug)
                .param("at", now())
                .update();
        forget();
    }

    /** Puts questions aside, in these very words and whoever asks them again. */
    public void dismiss(List<String> questions) {
        db.sql(
                        "update unanswered_question set dismissed_at = :at where question in (:questions) and dismissed_at is null")
                .param("at", now())
                .param("questions", questions)
                .update();
    }

    /** Takes questions back that were put aside. */
    public void restore(List<String> questions) {
        db.sql("update unanswered_question set dismissed_at = null where question in (:questions)")
                .param("questions", questions)
                .update();
    }

    /** What was put aside last, at most so many, the newest first. */
    public List<String> dismissed(int limit) {
        return db.sql("""
                select question from unanswered_question where dismissed_at is not null
                 group by question order by max(dismissed_at) desc, question limit ?
                """)
                .param(limit)
                .query((row, _) -> row.getString("question"))
                .list();
    }

    /** The newest of so many days that nobody has put aside, at most so many. */
    public List<Row> newest(int days, int limit) {
        return db.sql("""
                select question, language, kind, why, slug from unanswered_question q
                 where at >= ? and not exists (select from unanswered_question aside
                                                where aside.question = q.question and aside.dismissed_at is not null)
                 order by at desc, id desc limit ?
                """)
                .params(now().minusDays(days), limit)
                .query((row, _) -> new Row(
                        row.getString("question"),
                        row.getString("language"),
                        row.getString("kind"),
                        row.getString("why").equals(Why.AMBIGUOUS.name()),
                        Optional.ofNullable(row.getString("slug"))))
                .list();
    }

    private void forget() {
        db.sql("delete from unanswered_question where at < ?")
                .param(now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
