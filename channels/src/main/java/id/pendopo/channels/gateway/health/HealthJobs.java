package id.pendopo.channels.gateway.health;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.channels.gateway.accounts.Registrations;
import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The recurring job of accounts, each hour on one node: providers are told again where the desk is, and asked how each account
 * fares.
 */
@Configuration(proxyBeanMethods = false)
class HealthJobs {

    @Bean
    RecurringTask<Void> accountHealthJob(AccountHealth health, Registrations registrations) {
        return Tasks.recurring("account-health", FixedDelay.ofHours(1)).execute((_, _) -> {
            registrations.renew();
            health.checkAll();
        });
    }

    @Bean
    KeptTables accountHealthKept() {
        return () -> List.of(Table.without("channels_account_health", "names no person; a row for each account"));
    }
}
