package id.pendopo.ui;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A poll of the database, each second on a thread of its own, by which a node follows what other nodes stored. What was
 * known stands while the database is away; after any other failure it is tried again.
 */
public final class ChangePoll implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {

    private static final long EVERY_MS = 1000;
    private static final Logger log = LoggerFactory.getLogger(ChangePoll.class);

    private final String followed;
    private final Runnable follow;
    private final boolean workers;
    private final ScheduledExecutorService thread;

    /**
     * @param followed what is followed, in a word or two for the log
     * @param follow reads it, if it has changed
     * @param workers whether this process polls at all; a command does not
     */
    public ChangePoll(String followed, Runnable follow, boolean workers) {
        this.followed = followed;
        this.follow = follow;
        this.workers = workers;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("poll of " + followed).factory());
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        start();
    }

    /** For whoever polls outside an application context. */
    public void start() {
        if (workers) {
            thread.scheduleWithFixedDelay(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            follow.run();
        } catch (DataAccessException | TransactionException away) {
            log.debug("poll of {}: the database is away", followed);
        } catch (RuntimeException mistake) {
            log.error("poll of {}: what changed cannot be read; trying again", followed, mistake);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
