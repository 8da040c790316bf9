package id.pendopo.knowledge.feedback;

import id.pendopo.knowledge.Masking;
import id.pendopo.knowledge.PickedArticles;
import id.pendopo.knowledge.text.Gist;
import id.pendopo.knowledge.text.Lexicon;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Store of relevance feedback: the picks, masked and counted by day; those that are old are forgotten on the way. */
@Component
public class PickedRows implements PickedArticles {

    private static final int MONTHS = 24;

    /** The golden ratio of all integers: neighbours fall far apart. */
    private static final int SPREAD = 0x9E3779B9;

    /** What {@link Masking} leaves in place of a number. */
    private static final Pattern MASK = Pattern.compile("\\[\\p{L}+]");

    private final JdbcClient db;
    private final Clock clock;
    private final Masking masking;
    private final LearnedLines learned;
    private final Gist gists = new Gist(Lexicon.shipped());

    PickedRows(JdbcClient db, Clock clock, Masking masking, LearnedLines learned) {
        this.learned = learned;
        this.masking = masking;
        this.db = db;
        this.clock = clock;
    }

    /**
     * A question, the article that was picked for it, and how often by whom.
     *
     * @param gist what tells it from others; empty where nothing is learned from it
     */
    public record Row(String question, String gist, String slug, Locale language, long agents, long citizens) {

        @Override
        public String toString() {
            return "Row[" + slug + "]";
        }
    }

    @Override
    @Transactional
    public void note(Pick pick) {
        String question = KeptWords.of(pick.question(), masking);
        if (question.isEmpty()) {
            return;
        }
        with(pick, question, """
                insert into picked_article (day, slug, language, kind, picker, question, person, gist, times)
                select :day, :slug, :language, :kind, :picker, :question, :person, :gist, 1
                 where :picker = 'CITIZEN' or exists (select from unanswered_question where question = :question)
                on conflict (day, slug, language, kind, picker, question, person)
                do update set times = picked_article.times + 1
                """)
                .param("day", LocalDate.now(clock))
                .param("gist", gist(question))
                .update();
        LocalDate kept = LocalDate.now(clock).minusMonths(MONTHS);
        db.sql("delete from picked_article where day < ?").param(kept).update();
        learned.forgetUntil(kept);
        follow(pick, question);
    }

    @Override
    @Transactional
    public void withdraw(Pick pick) {
        String newest = """
                 where (slug, language, kind, picker, question, person)
                       = (:slug, :language, :kind, :picker, :question, :person)
                   and day = (select max(day) from picked_article
                               where (slug, language, kind, picker, question, person)
                                   = (:slug, :language, :kind, :picker, :question, :person))
                """;
        String question = KeptWords.of(pick.question(), masking);
        int gone = with(pick, question, "delete from picked_article" + newest + " and times = 1")
                .update();
        if (gone == 0) {
            with(pick, question, "update picked_article set times = times - 1" + newest)
                    .update();
        }
        follow(pick, question);
    }

    private void follow(Pick pick, String question) {
        String gist = gist(question);
        if (!gist.isEmpty()) {
            learned.follow(gist, pick.language(), gists.words(withoutMasks(question)));
        }
    }

    private String gist(String masked) {
        return gists.of(withoutMasks(masked));
    }

    private static String withoutMasks(String masked) {
        return MASK.matcher(masked).replaceAll(" ");
    }

    /** One of 256: it tells two people who ask the same apart, and names none of them. */
    private static int tag(Pick pick, String gist) {
        return Objects.hash(pick.by().name(), pick.person(), gist) * SPREAD >>> (Integer.SIZE - Byte.SIZE);
    }

    private StatementSpec with(Pick pick, String question, String sql) {
        return db.sql(sql)
                .param("slug", pick.slug())
                .param("language", pick.language().getLanguage())
                .param("kind", pick.kind())
                .param("picker", pick.by().name())
                .param("question", question)
                .param("person", tag(pick, gist(question)));
    }

    /** The most frequent first, at most so many. */
    public List<Row> most(int limit) {
        return db.sql("""
                select question, max(gist) as gist, slug, language,
                       coalesce(sum(times) filter (where picker = 'AGENT'), 0) as agents,
                       coalesce(sum(times) filter (where picker = 'CITIZEN'), 0) as citizens
                  from picked_article group by question, slug, language
                 order by sum(times) desc, max(day) desc, question, slug limit ?
                """)
                .param(limit)
                .query((row, _) -> new Row(
                        row.getString("question"),
                        row.getString("gist"),
                        row.getString("slug"),
                        Locale.of(row.getString("language")),
                        row.getLong("agents"),
                        row.getLong("citizens")))
                .list();
    }
}
