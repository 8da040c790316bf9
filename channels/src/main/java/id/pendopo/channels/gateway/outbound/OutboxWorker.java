package id.pendopo.channels.gateway.outbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The polling worker of the outbox. Finds conversations that have something to send: woken after a commit, and by
 * itself each second as a safety net.
 */
@Component
public final class OutboxWorker {

    /** So many conversations of this node are under way at once; the rest stays for whoever is free. */
    private static final int AT_ONCE = 32;

    private static final Duration SAFETY_NET = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);

    private final Lanes lanes;
    private final WakeUp wakeUp;
    private final Clock clock;
    private final Set<Claim> underWay = ConcurrentHashMap.newKeySet();

    OutboxWorker(Lanes lanes, WakeUp wakeUp, Clock clock) {
        this.lanes = lanes;
        this.wakeUp = wakeUp;
        this.clock = clock;
    }

    /** The next conversation; waits up to a second for one. */
    public Optional<Claim> next() {
        try {
            Optional<Claim> claim = claim();
            if (claim.isEmpty()) {
                wakeUp.await(SAFETY_NET);
            }
            return claim;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Claim> claim() {
        Instant now = clock.instant();
        underWay.removeIf(claim -> claim.leaseUntil().isBefore(now));
        if (underWay.size() >= AT_ONCE) {
            return Optional.empty();
        }
        try {
            Optional<Claim> claim = lanes.claim();
            claim.ifPresent(underWay::add);
            return claim;
        } catch (DataAccessException | TransactionException away) {
            log.debug("Nothing to send while the database is away");
            return Optional.empty();
        }
    }

    /** The conversation was given back or lost. */
    void done(Claim claim) {
        boolean full = underWay.size() >= AT_ONCE;
        underWay.remove(claim);
        if (full) {
            wakeUp.call();
        }
    }
}
