package id.pendopo.config.agency;

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

/** The poll of the agency's profile: each node reads its one row each second. */
@Component
class AgencyPoll {

    private static final long EVERY_MS = 1000;
    private static final Logger log = LoggerFactory.getLogger(AgencyPoll.class);

    private final AgencySettings settings;
    private final boolean workers;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("agency-profile").factory());

    AgencyPoll(AgencySettings settings, @Value("${pendopo.workers:true}") boolean workers) {
        this.settings = settings;
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
            settings.follow();
        } catch (DataAccessException | TransactionException away) {
            log.debug("What other nodes stored is followed when the database is back");
        } catch (RuntimeException mistake) {
            log.error("The agency's profile cannot be read; trying again", mistake);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
