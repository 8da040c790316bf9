package id.pendopo.knowledge.feedback;

import id.pendopo.knowledge.articles.KnowledgeRevision;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Store of what relevance feedback taught: further lines by which articles are found, because several people picked the
 * article for the same words. Every node follows a change, as it follows a publication. Any thread may call.
 */
@Component
public class LearnedLines {

    /** So many different people must have picked an article for the same words. */
    public static final int PEOPLE = 3;

    /** So many times more of them than those who picked the next one. */
    private static final int CLEARLY = 2;

    /** An article has so many such lines at most, the newest. */
    static final int PER_ARTICLE = 10;

    private final JdbcClient db;
    private final Clock clock;
    private final KnowledgeRevision revision;

    LearnedLines(JdbcClient db, Clock clock, KnowledgeRevision revision) {
        this.db = db;
        this.clock = clock;
        this.revision = revision;
    }

    /**
     * A line.
     *
     * @param gist what tells it from others
     * @param language of those who said it
     * @param words in their standard form
     */
    public record Line(String gist, String slug, Locale language, String words) {

        @Override
        public String toString() {
            return "Line[" + slug + "]";
        }
    }

    /** Those by which articles are found, the newest first. */
    public List<Line> all() {
        return db.sql("""
                select gist, slug, language, words
                  from (select l.*, row_number() over (partition by slug order by learned_at desc, gist) as place
                          from learned_line l where not refused) lines
                 where place <= ? order by learned_at desc, gist
                """)
                .param(PER_ARTICLE)
                .query((row, _) -> new Line(
                        row.getString("gist"),
                        row.getString("slug"),
                        Locale.of(row.getString("language")),
                        row.getString("words")))
                .list();
    }

    /** Takes a line out of the search, for good: whatever is picked, it does not come back. */
    @Transactional
    public void refuse(String gist) {
        if (db.sql("update learned_line set refused = true where gist = ? and not refused")
                        .param(gist)
                        .update()
                > 0) {
            revision.raise();
        }
    }

    /** Learns or unlearns what is picked by now for these words; within the transaction that stored the picks. */
    void follow(String gist, Locale language, String words) {
        int changed = winner(gist)
                .map(slug -> learn(gist, slug, language, words))
                .orElseGet(() -> db.sql("delete from learned_line where gist = ? and not refused")
                        .param(gist)
                        .update());
        if (changed > 0) {
            revision.raise();
        }
    }

    /** Forgets what nobody has picked since. */
    void forgetUntil(LocalDate day) {
        if (db.sql("delete from learned_line where confirmed_on < ?").param(day).update() > 0) {
            revision.raise();
        }
    }

    private Optional<String> winner(String gist) {
        return db.sql("""
                with counted as (
                    select slug, count(distinct (picker, person)) as people
                      from picked_article where gist = :gist and person >= 0 group by slug)
                select slug from counted c
                 where people >= :enough
                   and people >= :clearly * coalesce((select max(people) from counted o where o.slug <> c.slug), 0)
                """)
                .param("gist", gist)
                .param("enough", PEOPLE)
                .param("clearly", CLEARLY)
                .query(String.class)
                .optional();
    }

    private int learn(String gist, String slug, Locale language, String words) {
        int confirmed = db.sql("update learned_line set confirmed_on = ? where gist = ? and (slug = ? or refused)")
                .params(LocalDate.now(clock), gist, slug)
                .update();
        return confirmed > 0 ? 0 : insert(gist, slug, language, words);
    }

    private int insert(String gist, String slug, Locale language, String words) {
        return db.sql("""
                insert into learned_line (gist, slug, language, words, learned_at, confirmed_on)
                values (:gist, :slug, :language, :words, :now, :today)
                on conflict (gist) do update
                   set slug = :slug, language = :language, words = :words, learned_at = :now, confirmed_on = :today
                """)
                .param("gist", gist)
                .param("slug", slug)
                .param("language", language.getLanguage())
                .param("words", words)
                .param("now", OffsetDateTime.now(clock))
                .param("today", LocalDate.now(clock))
                .update();
    }
}
