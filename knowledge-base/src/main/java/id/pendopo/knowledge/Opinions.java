package id.pendopo.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What citizens say about an article: whether it helped, and if not, why. */
@Component
class Opinions {

    static final int LONGEST_REASON = 1000;

    private static final Duration KEPT = Duration.ofDays(365);

    private final JdbcClient db;
    private final Clock clock;

    Opinions(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void count(ArticleVersion read, boolean helpful) {
        db.sql("""
                insert into article_opinion (slug, language, version, helpful, times) values (?, ?, ?, ?, 1)
                on conflict (slug, language, version, helpful) do update set times = article_opinion.times + 1
                """)
                .params(read.slug(), read.language().toLanguageTag(), read.version(), helpful)
                .update();
    }

    long times(String slug, Locale language, int version, boolean helpful) {
        return db.sql("""
                select coalesce(max(times), 0) from article_opinion
                 where slug = ? and language = ? and version = ? and helpful = ?
                """)
                .params(slug, language.toLanguageTag(), version, helpful)
                .query(Long.class)
                .single();
    }

    /** Stores why an article did not help; reasons older than a year are forgotten on the way. */
    @Transactional
    void dispute(ArticleVersion read, String reason) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        String kept = reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
        db.sql("""
                insert into article_dispute (slug, language, version, reason, created_at) values (?, ?, ?, ?, ?)
                """)
                .params(read.slug(), read.language().toLanguageTag(), read.version(), kept, now)
                .update();
        db.sql("delete from article_dispute where created_at < ?")
                .param(now.minus(KEPT))
                .update();
    }
}
