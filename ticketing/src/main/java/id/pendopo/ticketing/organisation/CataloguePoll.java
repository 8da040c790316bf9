package id.pendopo.ticketing.organisation;

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
import org.springframework.transaction.TransactionException;

/** The poll of the catalogue's revision: each node asks each second, by one row, whether anything was changed. */
@Component
class CataloguePoll {

    private static final long EVERY_MS = 1000;
    private static final Logger log = LoggerFactory.getLogger(CataloguePoll.class);

    private final Catalogue catalogue;
    private final boolean workers;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("catalogue-revision").factory());

    CataloguePoll(Catalogue catalogue, @Value("${pendopo.workers:true}") boolean workers) {
        this.catalogue = catalogue;
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
            catalogue.follow();
        } catch (DataAccessException | TransactionException away) {
            log.debug("What other nodes changed is followed when the database is back");
        } catch (RuntimeException mistake) {
            log.error("Changed units and categories cannot be read; trying again", mistake);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
