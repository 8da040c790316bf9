package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.TicketChanges;
import id.pendopo.ticketing.TicketCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The notifier of changed tickets: tells subscribers after this node's commits, and polls the table for those of other
 * nodes.
 */
@Component
class JdbcTicketChanges implements TicketChanges, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcTicketChanges.class);

    private final JdbcClient jdbc;
    private final boolean workers;
    private final List<Consumer<Changed>> listeners = new CopyOnWriteArrayList<>();
    private final Map<TicketCode, Long> told = new ConcurrentHashMap<>();
    private final PeriodicTask polling;

    JdbcTicketChanges(JdbcClient jdbc, @Value("${pendopo.workers:true}") boolean workers) {
        this.jdbc = jdbc;
        this.workers = workers;
        this.polling = new PeriodicTask("ticket-changes", this::look, Duration.ofSeconds(1));
    }

    @Override
    public Subscription subscribe(Consumer<Changed> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void heard(Changed changed) {
        if (listeners.isEmpty()) {
            return;
        }
        Long before = told.get(changed.code());
        told.merge(changed.code(), changed.version(), Math::max);
        if (before == null || before < changed.version()) {
            listeners.forEach(listener -> tell(listener, changed));
        }
    }

    private static void tell(Consumer<Changed> listener, Changed changed) {
        try {
            listener.accept(changed);
        } catch (RuntimeException e) {
            LOG.warn("A live page was not told of ticket {}; it shows it when it is loaded again", changed.code(), e);
        }
    }

    @Override
    public void look() {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            List<Changed> recent = recent();
            told.keySet().retainAll(recent.stream().map(Changed::code).collect(Collectors.toSet()));
            recent.forEach(this::heard);
        } catch (DataAccessException e) {
            LOG.warn("Live pages wait for the database: {}", e.getClass().getSimpleName());
        }
    }

    private List<Changed> recent() {
        return jdbc.sql("select code, version from ticket where changed_at > now() - interval '10 s'")
                .query((row, n) -> new Changed(new TicketCode(row.getString("code")), row.getLong("version")))
                .list();
    }

    @Override
    public boolean isAutoStartup() {
        return workers;
    }

    @Override
    public void start() {
        polling.start();
    }

    @Override
    public void stop() {
        polling.stop();
    }

    @Override
    public boolean isRunning() {
        return polling.running();
    }
}
