package id.pendopo.knowledge.feedback;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of votes, one of each visitor for each article, language and version: who voted is a keyed sum that names nobody. */
@Component
class Votes {

    /** As long as a browser remembers its secret. */
    static final Period KEPT = Period.ofDays(180);

    private static final String OLD = " from article_vote where at < :before";

    private final JdbcClient db;
    private final Clock clock;

    Votes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param channel by which they came to the article */
    record Vote(String channel, boolean helpful) {}

    /**
     * Stores a vote, in the place of an earlier one of the same visitor; within the caller's transaction, which holds the row.
     *
     * @return the earlier one
     */
    Optional<Vote> replace(String voter, Vote now) {
        boolean first = db.sql("""
                        insert into article_vote (voter, channel, helpful, at) values (:voter, :channel, :helpful, :at)
                        on conflict (voter) do nothing
                        """)
                        .param("voter", voter)
                        .param("channel", now.channel())
                        .param("helpful", now.helpful())
                        .param("at", OffsetDateTime.now(clock))
                        .update()
                == 1;
        if (first) {
            return Optional.empty();
        }
        Vote before = db.sql("select channel, helpful from article_vote where voter = ? for update")
                .param(voter)
                .query((row, _) -> new Vote(row.getString("channel"), row.getBoolean("helpful")))
                .single();
        db.sql("update article_vote set channel = :channel, helpful = :helpful, at = :at where voter = :voter")
                .param("voter", voter)
                .param("channel", now.channel())
                .param("helpful", now.helpful())
                .param("at", OffsetDateTime.now(clock))
                .update();
        return Optional.of(before);
    }

    void forget() {
        old("delete").update();
    }

    long old() {
        return old("select count(*)").query(Long.class).single();
    }

    private JdbcClient.StatementSpec old(String what) {
        return db.sql(what + OLD).param("before", OffsetDateTime.now(clock).minus(KEPT));
    }
}
