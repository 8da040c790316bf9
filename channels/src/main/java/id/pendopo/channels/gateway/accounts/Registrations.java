package id.pendopo.channels.gateway.accounts;

import id.pendopo.channels.adapter.SelfRegistering;
import id.pendopo.channels.adapter.SendFailed;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Registers webhooks: tells providers at start where the desk can be called; whoever is away is told later. */
@Component
class Registrations {

    private static final Logger log = LoggerFactory.getLogger(Registrations.class);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final Duration LATER = Duration.ofMinutes(30);

    private final Accounts accounts;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private final boolean workers;

    Registrations(
            Accounts accounts,
            TaskScheduler scheduler,
            Clock clock,
            @Value("${pendopo.workers:true}") boolean workers) {
        this.accounts = accounts;
        this.scheduler = scheduler;
        this.clock = clock;
        this.workers = workers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!workers) {
            return;
        }
        for (ConnectedAccount connected : accounts.connected()) {
            if (connected.adapter() instanceof SelfRegistering registering) {
                Thread.startVirtualThread(() -> register(registering, connected));
            }
        }
    }

    private void register(SelfRegistering registering, ConnectedAccount connected) {
        try {
            registering.register(connected.account());
            log.info("Line {}: the provider knows where the desk is", connected.name());
        } catch (SendFailed failed) {
            boolean soon = failed.outcome() != SendFailed.Outcome.PERMANENT;
            log.warn(
                    "Line {}: the provider could not be told where the desk is ({}); trying again. If it stays so, compare"
                            + " the account and PENDOPO_PUBLIC_URL with docs/channels/{}.md",
                    connected.name(),
                    failed.code(),
                    connected.account().kind());
            scheduler.schedule(
                    () -> register(registering, connected), clock.instant().plus(soon ? AGAIN : LATER));
        }
    }
}
