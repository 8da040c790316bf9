package id.pendopo.channels.gateway.pull;

import id.pendopo.channels.adapter.PullAdapter;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.accounts.AccountsChanged;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The polling consumers: a loop for each source of each line that is asked, until the desk stops or the account is changed.
 */
@Component
class Pulls {

    private final Accounts accounts;
    private final PullIntake intake;
    private final PullPositions positions;
    private final PullFailures failures;
    private final boolean workers;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PullLeases leases;
    private final Map<String, List<Future<?>>> loops = new ConcurrentHashMap<>();

    Pulls(
            Accounts accounts,
            PullIntake intake,
            PullPositions positions,
            PullFailures failures,
            @Value("${pendopo.workers:true}") boolean workers) {
        this.accounts = accounts;
        this.intake = intake;
        this.positions = positions;
        this.failures = failures;
        this.workers = workers;
        this.leases = new PullLeases(positions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        accounts.connected().forEach(this::start);
    }

    /** What was asked with the old settings ends; its lease is free a moment later. */
    @EventListener
    void on(AccountsChanged changed) {
        for (String name : changed.names()) {
            Optional.ofNullable(loops.remove(name)).ifPresent(ended -> ended.forEach(loop -> loop.cancel(true)));
            accounts.connected(name).ifPresent(this::start);
        }
    }

    private void start(ConnectedAccount connected) {
        if (workers && connected.adapter() instanceof PullAdapter pull && pull.pulls(connected.account())) {
            loops.put(
                    connected.name(),
                    pull.sources(connected.account()).stream()
                            .<Future<?>>map(source -> start(connected, pull, source))
                            .toList());
        }
    }

    private Future<?> start(ConnectedAccount connected, PullAdapter pull, String source) {
        String name = source.isEmpty() ? connected.name() : connected.name() + "/" + source;
        PullLoop loop = new PullLoop(
                new PullLoop.Source(connected, pull, source, name),
                intake,
                positions,
                leases,
                failures,
                () -> threads.isShutdown() || !isCurrent(connected));
        return threads.submit(loop::run);
    }

    private boolean isCurrent(ConnectedAccount connected) {
        return accounts.connected(connected.name()).equals(Optional.of(connected));
    }

    /** While everything that a message needs is still there. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        threads.shutdownNow();
        threads.awaitTermination(5, TimeUnit.SECONDS);
        leases.close();
    }
}
