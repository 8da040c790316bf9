package id.pendopo.knowledge.articles;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The revision counter of the knowledge base, one row of the database. It is raised in the transaction of each change, so
 * that a node that has read a revision reads at least what belongs to it afterwards. Any thread may call.
 */
@Component
public class KnowledgeRevision {

    private final JdbcClient db;

    KnowledgeRevision(JdbcClient db) {
        this.db = db;
    }

    /** The newest committed revision; rises with each change and never falls. */
    public long current() {
        return db.sql("select revision from knowledge_revision")
                .query(Long.class)
                .single();
    }

    /** Within the transaction that changes something, ahead of those who build anew for it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void raise(ArticlesChanged changed) {
        raise();
    }

    /** Within the transaction that changes something of which this node need not know sooner than others. */
    public void raise() {
        db.sql("update knowledge_revision set revision = revision + 1").update();
    }

    /** The day on which review dates were last looked at, on any node; empty before the first time. */
    Optional<LocalDate> lookedOn() {
        return db.sql("select looked_on from knowledge_revision")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    void lookedOn(LocalDate day) {
        db.sql("update knowledge_revision set looked_on = ?").param(day).update();
    }
}
