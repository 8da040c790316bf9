package id.pendopo.channels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.springframework.stereotype.Component;

/**
 * Messages whose caller was sent away although their turn may be committed: a commit can succeed without telling. On a
 * line that does not ask again, their replies go out by the outbox as soon as the turn is seen. Any thread may call.
 */
@Component
class Doubts {

    /** Longer than any commit takes and any provider's list lags. */
    private static final Duration OPEN = Duration.ofHours(1);

    /** So that an outage fills no memory; the eldest go first. */
    private static final int MOST = 100_000;

    private final Unanswered replies;
    private final Clock clock;
    private final SequencedMap<Named, Instant> open = new LinkedHashMap<>();

    Doubts(Unanswered replies, Clock clock) {
        this.replies = replies;
        this.clock = clock;
    }

    void note(Line line, List<InboundEvent> events) {
        if (line.adapter().repeats()) {
            return;
        }
        synchronized (open) {
            for (InboundEvent event : events) {
                if (event instanceof InboundMessage message) {
                    open.putIfAbsent(Named.of(message), clock.instant());
                }
            }
            while (open.size() > MOST) {
                open.pollFirstEntry();
            }
        }
    }

    /** The caller came again and was answered. */
    void answered(List<InboundEvent> events) {
        synchronized (open) {
            if (!open.isEmpty()) {
                events.forEach(event -> open.remove(Named.of(event)));
            }
        }
    }

    /**
     * Sends the replies of those turns that turn out to be committed.
     *
     * @throws org.springframework.dao.DataAccessException when the database is away; what is left is tried next time
     */
    void settle(String account) {
        Instant forgotten = clock.instant().minus(OPEN);
        for (Named named : open(account)) {
            boolean committed = replies.unanswered(named.account(), named.externalId());
            synchronized (open) {
                open.computeIfPresent(named, (_, noted) -> committed || noted.isBefore(forgotten) ? null : noted);
            }
        }
    }

    private List<Named> open(String account) {
        synchronized (open) {
            return open.keySet().stream()
                    .filter(named -> named.account().equals(account))
                    .toList();
        }
    }

    /** What names an event. */
    private record Named(String account, String externalId) {

        static Named of(InboundEvent event) {
            return new Named(event.account(), event.externalId());
        }
    }
}
