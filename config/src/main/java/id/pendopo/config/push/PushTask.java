package id.pendopo.config.push;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import id.pendopo.config.push.PushDelivery.Next;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one-time task of the jobs' scheduler that tells one device; a row of it is written with the ring, and kept until it is told. */
@Configuration(proxyBeanMethods = false)
class PushTask {

    private static final String NAME = "alarm-devices";
    private static final Duration AGAIN = Duration.ofSeconds(5);

    @Bean
    CustomTask<Void> alarmDevicesTask(PushDelivery delivery, Clock clock) {
        return Tasks.custom(NAME, Void.class)
                .onFailureReschedule(FixedDelay.of(AGAIN))
                .execute((instance, _) -> run(instance, delivery, clock));
    }

    private static CompletionHandler<Void> run(TaskInstance<Void> instance, PushDelivery delivery, Clock clock) {
        Next next = delivery.deliver(Told.read(instance.getId()));
        return switch (next) {
            case DONE -> (_, operations) -> operations.remove();
            case AGAIN ->
                (complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(AGAIN));
        };
    }
}
