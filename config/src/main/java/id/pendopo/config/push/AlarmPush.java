package id.pendopo.config.push;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the devices of whoever is rung: a task for each is written with the step that rings, and run by the jobs' scheduler as
 * soon as that is committed, on whichever node is there.
 */
@Component
class AlarmPush implements Alarms.Devices {

    private final Devices devices;
    private final CustomTask<Void> task;
    private final SchedulerClient queue;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    AlarmPush(
            Devices devices,
            CustomTask<Void> alarmDevicesTask,
            DataSource database,
            ObjectProvider<Scheduler> scheduler,
            Clock clock) {
        this.devices = devices;
        this.task = alarmDevicesTask;
        this.queue = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database), alarmDevicesTask)
                .build();
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public Set<String> owners() {
        return devices.owners();
    }

    @Override
    public int tell(String login, Ticket ticket, Instant until) {
        List<Device> told = devices.of(login);
        for (Device device : told) {
            Told ring = new Told(device.id(), ticket.code(), until);
            queue.scheduleIfNotExists(task.instance(ring.task()), clock.instant());
        }
        if (!told.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new AtOnce());
        }
        return told.size();
    }

    /** Sooner than the scheduler looks by itself. */
    private final class AtOnce implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
        }
    }
}
