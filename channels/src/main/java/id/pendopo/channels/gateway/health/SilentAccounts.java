package id.pendopo.channels.gateway.health;

import id.pendopo.channels.gateway.accounts.AccountDesk;
import id.pendopo.channels.gateway.inbound.InboundRows;
import id.pendopo.ui.DeskNotices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The alarm of accounts that fell silent, or whose provider says no: looked at each minute, told above the pages of
 * administrators.
 */
@Component
class SilentAccounts implements DeskNotices {

    private static final Logger log = LoggerFactory.getLogger(SilentAccounts.class);
    private static final Set<String> READERS = Set.of("admin");
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final AccountDesk accounts;
    private final AccountHealth health;
    private final InboundRows received;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private volatile List<Notice> notices = List.of();

    SilentAccounts(
            AccountDesk accounts, AccountHealth health, InboundRows received, TaskScheduler scheduler, Clock clock) {
        this.accounts = accounts;
        this.health = health;
        this.received = received;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        scheduler.scheduleWithFixedDelay(this::look, EVERY);
    }

    @Override
    public List<Notice> now() {
        return notices;
    }

    void look() {
        try {
            notices = found();
        } catch (DataAccessException | TransactionException away) {
            log.debug("Nobody knows which lines are silent while the database is away");
        }
    }

    private List<Notice> found() {
        List<Notice> found = new ArrayList<>();
        Map<String, HealthRow> checked = health.all();
        for (AccountDesk.Known account : accounts.all()) {
            if (!account.on()) {
                continue;
            }
            account.row()
                    .silence()
                    .filter(longest -> silent(account.name(), longest))
                    .ifPresent(longest -> found.add(
                            new Notice(READERS, "accounts.notice.silent", List.of(account.name(), longest.toHours()))));
            HealthRow row = checked.get(account.name());
            if (row != null && row.failure().isPresent()) {
                found.add(new Notice(READERS, "accounts.notice.unwell", List.of(account.name())));
            }
        }
        return found;
    }

    private boolean silent(String account, Duration longest) {
        Instant since = clock.instant().minus(longest);
        return !received.lastReceived(since).containsKey(account);
    }
}
