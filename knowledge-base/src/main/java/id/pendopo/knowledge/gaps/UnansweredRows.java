package id.pendopo.knowledge.gaps;

import id.pendopo.knowledge.Masking;
import id.pendopo.knowledge.UnansweredQuestions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The questions that nobody answered, masked; those that are old are forgotten on the way. */
@Component
class UnansweredRows implements UnansweredQuestions {

    private static final int LONGEST = 500;
    private static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient db;
    private final Clock clock;

    UnansweredRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A question as it is kept. */
    record Row(String question, String language, String kind, Why why, Instant at) {

        @Override
        public String toString() {
            return "Row[" + language + ", " + kind + ", " + why + "]";
        }
    }

    @Override
    public void note(String question, Locale language, String kind, Why why) {
        String masked = Masking.mask(question.strip());
        if (masked.isEmpty()) {
            return;
        }
        db.sql("insert into unanswered_question (question, language, kind, why, at) values (?, ?, ?, ?, ?)")
                .params(
                        masked.substring(0, Math.min(LONGEST, masked.length())),
                        language.getLanguage(),
                        kind,
                        why.name(),
                        now())
                .update();
        forget();
    }

    /** The newest of so many days, at most so many. */
    List<Row> newest(int days, int limit) {
        return db.sql("""
                select question, language, kind, why, at from unanswered_question where at >= ? order by at desc, id desc limit ?
                """)
                .params(now().minusDays(days), limit)
                .query((row, _) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Why.valueOf(row.getString(4)),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
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
