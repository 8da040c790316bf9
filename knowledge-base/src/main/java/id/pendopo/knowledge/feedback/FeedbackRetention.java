package id.pendopo.knowledge.feedback;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.ui.KeptTables;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The retention job of questions and opinions, which are masked and of nobody; they may be kept shorter than they are by themselves. */
@Component
class FeedbackRetention implements KeptTables {

    private static final String QUESTIONS = "pendopo.knowledge.keep-questions";
    private static final String OPINIONS = "pendopo.knowledge.keep-opinions";
    private static final String UNANSWERED = "from unanswered_question where at < :before";
    private static final String PICKED = "from picked_article where day < :before";
    private static final String DISPUTED = "from article_dispute where created_at < :before";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Votes votes;
    private final Period questions;
    private final Period opinions;

    FeedbackRetention(
            JdbcClient jdbc,
            Clock clock,
            Votes votes,
            @Value("${" + QUESTIONS + ":P180D}") Period questions,
            @Value("${" + OPINIONS + ":P365D}") Period opinions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.votes = votes;
        this.questions = questions;
        this.opinions = opinions;
    }

    void forget() {
        before("delete " + UNANSWERED, questions).update();
        day("delete " + PICKED).update();
        before("delete " + DISPUTED, opinions).update();
        votes.forget();
    }

    private JdbcClient.StatementSpec before(String sql, Period kept) {
        OffsetDateTime before = clock.instant().atOffset(ZoneOffset.UTC).minus(kept);
        return jdbc.sql(sql).param("before", before);
    }

    private JdbcClient.StatementSpec day(String sql) {
        return jdbc.sql(sql).param("before", LocalDate.now(clock).minus(questions));
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.without(
                        "learned_line",
                        "words that several people used, without what names somebody; gone 24 months after the last pick"),
                Table.of(
                        "unanswered_question",
                        new Rule(
                                "questions without an answer",
                                questions.toString(),
                                QUESTIONS,
                                () -> count(before("select count(*) " + UNANSWERED, questions)))),
                Table.of(
                        "picked_article",
                        new Rule(
                                "questions and the articles picked",
                                questions.toString(),
                                QUESTIONS,
                                () -> count(day("select count(*) " + PICKED)))),
                Table.of(
                        "article_dispute",
                        new Rule(
                                "what was wrong with an article",
                                opinions.toString(),
                                OPINIONS,
                                () -> count(before("select count(*) " + DISPUTED, opinions)))),
                Table.of(
                        "article_vote",
                        new Rule(
                                "who said whether an article helped, as a sum", Votes.KEPT.toString(), "", votes::old)),
                Table.without("article_opinion", "counts, of nobody"));
    }

    private static long count(JdbcClient.StatementSpec rows) {
        return rows.query(Long.class).single();
    }

    /** The job, for whoever runs jobs. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> questionsJob(FeedbackRetention feedback) {
            return Tasks.recurring("questions", FixedDelay.ofHours(24)).execute((_, _) -> feedback.forget());
        }
    }
}
