package id.pendopo.channels.attachments;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** The retention job of files. Keeps the retention rule of files: once a day, what no message carries is deleted. */
@Component
final class AttachmentCleaning {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentCleaning.class);
    private static final Duration DAILY = Duration.ofDays(1);

    private final StoredAttachments attachments;
    private final TaskScheduler scheduler;
    private final boolean workers;

    AttachmentCleaning(
            StoredAttachments attachments, TaskScheduler scheduler, @Value("${pendopo.workers:true}") boolean workers) {
        this.attachments = attachments;
        this.scheduler = scheduler;
        this.workers = workers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (workers) {
            scheduler.scheduleWithFixedDelay(this::clean, DAILY);
        }
    }

    private void clean() {
        try {
            attachments.forget();
        } catch (DataAccessException away) {
            LOG.warn("unused files could not be deleted; the next try is tomorrow");
        }
    }
}
