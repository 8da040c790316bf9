package id.pendopo.knowledge.feedback;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Masking;
import id.pendopo.knowledge.feedback.Votes.Vote;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Store of article ratings, what citizens say about an article: whether it helped, and if not, why. */
@Component
public class Opinions {

    static final int LONGEST_REASON = 1000;

    /** The page is open to everybody: more reasons on one article than this in a day are not people. */
    public static final int MOST_REASONS_A_DAY = 100;

    private static final Duration KEPT = Duration.ofDays(365);

    private final JdbcClient db;
    private final Clock clock;
    private final Masking masking;
    private final Votes votes;

    Opinions(JdbcClient db, Clock clock, Masking masking, Votes votes) {
        this.votes = votes;
        this.masking = masking;
        this.db = db;
        this.clock = clock;
    }

    /**
     * How useful one article was in one language to those who came by one channel.
     *
     * @param version the newest version that anybody judged
     * @param yes who said of that version that it helped
     * @param no who said of that version that it did not
     * @param everYes, everNo the same over all versions
     */
    public record Usefulness(
            String slug, String language, String channel, int version, long yes, long no, long everYes, long everNo) {

        /** Those of the newest version whom it helped, in whole percent. */
        public long percent() {
            return Math.round(100.0 * yes / (yes + no));
        }
    }

    /** Why an article did not help somebody, in their words. */
    public record Reason(String slug, String language, int version, String channel, String words, OffsetDateTime at) {}

    /**
     * Counts a visitor's vote; another one of the same visitor on the same version takes the place of the first.
     *
     * @param voter tells visitors apart on this version and language, and names nobody
     */
    @Transactional
    public void count(ArticleVersion read, ReferringChannel channel, boolean helpful, String voter) {
        Vote now = new Vote(channel.key(), helpful);
        Optional<Vote> before = votes.replace(voter, now);
        if (before.isPresent() && before.get().equals(now)) {
            return;
        }
        before.ifPresent(vote -> uncount(read, vote));
        db.sql("""
                insert into article_opinion (slug, language, version, channel, helpful, times) values (?, ?, ?, ?, ?, 1)
                on conflict (slug, language, version, channel, helpful) do update set times = article_opinion.times + 1
                """).params(row(read, now)).update();
    }

    private void uncount(ArticleVersion read, Vote vote) {
        String one = "slug = ? and language = ? and version = ? and channel = ? and helpful = ?";
        db.sql("update article_opinion set times = times - 1 where times > 0 and " + one)
                .params(row(read, vote))
                .update();
        db.sql("delete from article_opinion where times = 0 and " + one)
                .params(row(read, vote))
                .update();
    }

    private static List<Object> row(ArticleVersion read, Vote vote) {
        return List.of(read.slug(), read.language().toLanguageTag(), read.version(), vote.channel(), vote.helpful());
    }

    /**
     * Stores why an article did not help, without personal numbers and addresses; reasons older than a year
     * are forgotten on the way.
     */
    @Transactional
    public void dispute(ArticleVersion read, ReferringChannel channel, String reason) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        String kept = masking.mask(reason);
        db.sql("""
                insert into article_dispute (slug, language, version, channel, reason, created_at)
                select :slug, :language, :version, :channel, :reason, :now
                 where (select count(*) from article_dispute
                         where slug = :slug and created_at > :yesterday) < :most
                """)
                .param("slug", read.slug())
                .param("language", read.language().toLanguageTag())
                .param("version", read.version())
                .param("channel", channel.key())
                .param("reason", kept.substring(0, Math.min(LONGEST_REASON, kept.length())))
                .param("now", now)
                .param("yesterday", now.minusDays(1))
                .param("most", MOST_REASONS_A_DAY)
                .update();
        db.sql("delete from article_dispute where created_at < ?")
                .param(now.minus(KEPT))
                .update();
    }

    /** Every article, language and channel with an opinion, those that helped the fewest first. */
    public List<Usefulness> usefulness(int most) {
        return db.sql("""
                select slug, language, channel, newest as version,
                       coalesce(sum(times) filter (where version = newest and helpful), 0) as yes,
                       coalesce(sum(times) filter (where version = newest and not helpful), 0) as no,
                       coalesce(sum(times) filter (where helpful), 0) as ever_yes,
                       coalesce(sum(times) filter (where not helpful), 0) as ever_no
                  from (select o.*, max(version) over (partition by slug, language, channel) as newest
                          from article_opinion o) judged
                 group by slug, language, channel, newest
                 order by no desc, ever_no desc, slug, language, channel
                 limit ?
                """).param(most).query(Opinions::useful).list();
    }

    /** The newest reasons first. */
    public List<Reason> reasons(int most) {
        return db.sql("""
                select slug, language, version, channel, reason, created_at
                  from article_dispute
                 order by created_at desc, id desc
                 limit ?
                """).param(most).query(Opinions::reason).list();
    }

    private static Usefulness useful(ResultSet row, int number) throws SQLException {
        return new Usefulness(
                row.getString("slug"),
                row.getString("language"),
                row.getString("channel"),
                row.getInt("version"),
                row.getLong("yes"),
                row.getLong("no"),
                row.getLong("ever_yes"),
                row.getLong("ever_no"));
    }

    private static Reason reason(ResultSet row, int number) throws SQLException {
        return new Reason(
                row.getString("slug"),
                row.getString("language"),
                row.getInt("version"),
                row.getString("channel"),
                row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class));
    }
}
