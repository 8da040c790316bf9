package id.pendopo.channels.gateway.window;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.Templated;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import id.pendopo.ui.KeptTables;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The synchronisation of message templates: asks providers at the start and each hour which templates there are and which may
 * be sent. What could not be asked stays as it was.
 */
@Component
public class TemplateSync {

    private static final Logger log = LoggerFactory.getLogger(TemplateSync.class);

    private final Accounts accounts;
    private final MessageTemplates templates;
    private final boolean workers;

    TemplateSync(Accounts accounts, MessageTemplates templates, @Value("${pendopo.workers:true}") boolean workers) {
        this.accounts = accounts;
        this.templates = templates;
        this.workers = workers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (workers && accounts.connected().stream().anyMatch(line -> line.adapter() instanceof Templated)) {
            Thread.ofVirtual().name("templates").start(this::all);
        }
    }

    /** @return the lines whose provider could not be asked now */
    public List<String> all() {
        return accounts.connected().stream().flatMap(this::failing).toList();
    }

    private Stream<String> failing(ConnectedAccount line) {
        try {
            if (line.adapter() instanceof Templated speaker) {
                templates.keep(line.name(), speaker.templates(line.account()));
            }
            return Stream.empty();
        } catch (SendFailed refused) {
            log.warn(
                    "Line {}: its templates could not be read ({}); those read before are used. See docs/channels/{}.md",
                    line.name(),
                    refused.code(),
                    line.account().kind());
            return Stream.of(line.name());
        } catch (DataAccessException | TransactionException away) {
            log.warn("Line {}: its templates could not be stored now; it is tried again", line.name());
            return Stream.of(line.name());
        }
    }

    /** The job, for whoever runs jobs, and the retention schedule of its table. */
    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> templatesJob(TemplateSync sync) {
            return Tasks.recurring("message-templates", FixedDelay.ofHours(1)).execute((_, _) -> {
                List<String> failing = sync.all();
                if (!failing.isEmpty()) {
                    throw new IllegalStateException("no templates of " + String.join(", ", failing));
                }
            });
        }

        @Bean
        KeptTables templatesKept() {
            return () -> List.of(KeptTables.Table.without("channels_template", "names no person"));
        }
    }
}
