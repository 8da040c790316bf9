package id.pendopo.channels.attachments;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention job of files: every ten minutes, on one node, what no message carries is deleted. */
@Configuration(proxyBeanMethods = false)
class AttachmentCleaning {

    @Bean
    RecurringTask<Void> attachmentsJob(StoredAttachments attachments) {
        return Tasks.recurring("attachments", FixedDelay.ofMinutes(10)).execute((_, _) -> attachments.forget());
    }
}
