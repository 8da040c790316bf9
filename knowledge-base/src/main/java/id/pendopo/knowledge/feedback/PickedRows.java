package id.pendopo.knowledge.feedback;

import id.pendopo.knowledge.Masking;
import id.pendopo.knowledge.PickedArticles;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Store of relevance feedback: the picks, masked and counted by day; those that are old are forgotten on the way. */
@Component
public class PickedRows implements PickedArticles {

    private static final int MONTHS = 24;

    private final JdbcClient db;
    private final Clock clock;
    private final Masking masking;

    PickedRows(JdbcClient db, Clock clock, Masking masking) {
        this.masking = masking;
        this.db = db;
        this.clock = clock;
    }

    /** A question, the article that was picked for it, and how often by whom. */
    public record Row(String question, String slug, Locale language, long agents, long citizens) {

        @Override
        public String toString() {
            return "Row[" + slug + "]";
        }
    }

    @Override
    public void note(Pick pick) {
        String question = KeptWords.of(pick.question(), masking);
        if (question.isEmpty()) {
            return;
        }
        with(pick, question, """
                insert into picked_article (day, slug, language, kind, picker, question, times)
                select :day, :slug, :language, :kind, :picker, :question, 1
                 where :picker = 'CITIZEN' or exists (select from unanswered_question where question = :question)
                on conflict (day, slug, language, kind, picker, question)
                do update set times = picked_article.times + 1
                """).param("day", LocalDate.now(clock)).update();
        db.sql("delete from picked_article where day < ?")
                .param(LocalDate.now(clock).minusMonths(MONTHS))
                .update();
    }

    @Override
    public void withdraw(Pick pick) {
        String newest = """
                 where (slug, language, kind, picker, question) = (:slug, :language, :kind, :picker, :question)
                   and day = (select max(day) from picked_article
                               where (slug, language, kind, picker, question)
                                   = (:slug, :language, :kind, :picker, :question))
                """;
        String question = KeptWords.of(pick.question(), masking);
        int gone = with(pick, question, "delete from picked_article" + newest + " and times = 1")
                .update();
        if (gone == 0) {
            with(pick, question, "update picked_article set times = times - 1" + newest)
                    .update();
        }
    }

    private StatementSpec with(Pick pick, String question, String sql) {
        return db.sql(sql)
                .param("slug", pick.slug())
                .param("language", pick.language().getLanguage())
                .param("kind", pick.kind())
                .param("picker", pick.by().name())
                .param("question", question);
    }

    /** The most frequent first, at most so many. */
    public List<Row> most(int limit) {
        return db.sql("""
                select question, slug, language,
                       coalesce(sum(times) filter (where picker = 'AGENT'), 0) as agents,
                       coalesce(sum(times) filter (where picker = 'CITIZEN'), 0) as citizens
                  from picked_article group by question, slug, language
                 order by sum(times) desc, max(day) desc, question, slug limit ?
                """)
                .param(limit)
                .query((row, _) -> new Row(
                        row.getString("question"),
                        row.getString("slug"),
                        Locale.of(row.getString("language")),
                        row.getLong("agents"),
                        row.getLong("citizens")))
                .list();
    }
}
