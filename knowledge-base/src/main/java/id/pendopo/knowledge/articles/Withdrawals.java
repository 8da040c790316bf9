package id.pendopo.knowledge.articles;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repository and workflow of withdrawals: one person asks with a reason, another one lets it happen, and from then on the
 * article answers nobody. Its versions stay. Any thread may call.
 */
@Component
public class Withdrawals {

    private static final int MOST_REASON = 500;

    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Withdrawals(JdbcClient db, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    /** What became of an approval. */
    public enum Approval {
        WITHDRAWN,
        /** Nobody asks for it any more, or it is withdrawn already. */
        CHANGED,
        /** Whoever asked may not let it happen. */
        OWN_WORK
    }

    /** Asks for an article to be withdrawn; false if somebody has asked already, or there is no such article. */
    public boolean ask(String slug, String reason, String by) {
        return db.sql("""
                update article set withdraw_reason = :reason, withdraw_by = :by
                 where slug = :slug and withdraw_reason is null
                """)
                        .param("reason", cut(reason))
                        .param("by", by)
                        .param("slug", slug)
                        .update()
                > 0;
    }

    /** Keeps an article for which somebody asked; false if nobody does any more. */
    public boolean refuse(String slug) {
        return db.sql("""
                update article set withdraw_reason = null, withdraw_by = null
                 where slug = ? and withdraw_reason is not null and withdrawn_at is null
                """).param(slug).update() > 0;
    }

    /** Withdraws an article for which somebody else asked. */
    @Transactional
    public Approval approve(String slug, String approver) {
        Optional<String> asked = db.sql(
                        "select withdraw_by from article where slug = ? and withdraw_by is not null and withdrawn_at is null for update")
                .param(slug)
                .query(String.class)
                .optional();
        if (asked.isEmpty()) {
            return Approval.CHANGED;
        }
        if (asked.get().equals(approver)) {
            return Approval.OWN_WORK;
        }
        end(slug, approver);
        return Approval.WITHDRAWN;
    }

    /** Withdraws an article at once, as whoever runs the server may. */
    @Transactional
    public void withdraw(String slug, String reason, String by) {
        db.sql("update article set withdraw_reason = ?, withdraw_by = ? where slug = ?")
                .params(cut(reason), by, slug)
                .update();
        end(slug, by);
    }

    private void end(String slug, String by) {
        db.sql("update article set withdrawn_at = ?, withdrawn_by = ?, edited_here = true where slug = ?")
                .params(OffsetDateTime.now(clock), by, slug)
                .update();
        events.publishEvent(new ArticlesChanged());
    }

    /** Lets an article answer again as it did; false if it is not withdrawn. */
    @Transactional
    public boolean restore(String slug) {
        boolean restored = db.sql("""
                update article set withdraw_reason = null, withdraw_by = null, withdrawn_at = null, withdrawn_by = null
                 where slug = ? and withdrawn_at is not null
                """).param(slug).update() > 0;
        if (restored) {
            events.publishEvent(new ArticlesChanged());
        }
        return restored;
    }

    private static String cut(String reason) {
        return reason.strip().substring(0, Math.min(MOST_REASON, reason.strip().length()));
    }
}
