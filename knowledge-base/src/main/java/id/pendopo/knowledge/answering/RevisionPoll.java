package id.pendopo.knowledge.answering;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The poll of the knowledge base's revision: each node asks each second, by one row, whether another node has published
 * something, and builds its own search index anew.
 */
@Component
class RevisionPoll {

    private static final long EVERY_MS = 1000;
    private static final Logger log = LoggerFactory.getLogger(RevisionPoll.class);

    private final LiveKnowledge knowledge;
    private final boolean workers;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("knowledge-revision").factory());

    RevisionPoll(LiveKnowledge knowledge, @Value("${pendopo.workers:true}") boolean workers) {
        this.knowledge = knowledge;
        this.workers = workers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (workers) {
            thread.scheduleWithFixedDelay(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            if (knowledge.follow()) {
                log.info(
                        "knowledge base: changed by another node, or by what it learned; {} texts are published",
                        knowledge.editions().size());
            }
        } catch (DataAccessException away) {
            log.debug("What other nodes published is followed when the database is back");
        } catch (RuntimeException mistake) {
            log.error("What another node published cannot be built into the search; trying again", mistake);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
