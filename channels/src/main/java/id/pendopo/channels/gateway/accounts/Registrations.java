package id.pendopo.channels.gateway.accounts;

import id.pendopo.channels.adapter.SelfRegistering;
import id.pendopo.channels.adapter.SendFailed;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Registers webhooks: tells providers where the desk can be called, at the start, when an account changes, and from time to
 * time, since some forget. Whoever is away is told later.
 */
@Component
public class Registrations {

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
        accounts.connected().forEach(this::begin);
    }

    @EventListener
    void on(AccountsChanged changed) {
        changed.names().forEach(name -> accounts.connected(name).ifPresent(this::begin));
    }

    private void begin(ConnectedAccount connected) {
        if (workers && connected.adapter() instanceof SelfRegistering registering) {
            Thread.startVirtualThread(() -> register(registering, connected));
        }
    }

    /** Tells every provider once more, without trying again; a subscription that a provider ended begins anew. */
    public void renew() {
        for (ConnectedAccount connected : accounts.connected()) {
            if (connected.adapter() instanceof SelfRegistering registering) {
                try {
                    registering.register(connected.account());
                } catch (SendFailed failed) {
                    report(connected, failed);
                }
            }
        }
    }

    private void register(SelfRegistering registering, ConnectedAccount connected) {
        if (!accounts.connected(connected.name()).equals(Optional.of(connected))) {
            return; // It was changed or switched off meanwhile.
        }
        try {
            registering.register(connected.account());
            log.info("Line {}: the provider knows where the desk is", connected.name());
        } catch (SendFailed failed) {
            report(connected, failed);
            boolean soon = failed.outcome() != SendFailed.Outcome.PERMANENT;
            scheduler.schedule(
                    () -> register(registering, connected), clock.instant().plus(soon ? AGAIN : LATER));
        }
    }

    private static void report(ConnectedAccount connected, SendFailed failed) {
        log.warn(
                "Line {}: the provider could not be told where the desk is ({}); trying again. If it stays so, compare"
                        + " the account and PENDOPO_PUBLIC_URL with docs/channels/{}.md",
                connected.name(),
                failed.code(),
                connected.account().kind());
    }
}
