package id.pendopo.channels.gateway.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The head of a lane. Whose turn it is in one conversation: the first message that is not final. One that waits for
 * its next try holds the later ones back for at most ten minutes after its first failure.
 *
 * @param row the one to send now
 * @param due when to look again if there is none; empty when nothing waits
 */
record LaneHead(Optional<OutboundRows.Waiting> row, Optional<Instant> due) {

    private static final Duration HOLDS_BACK = Duration.ofMinutes(10);

    static LaneHead of(List<OutboundRows.Waiting> waiting, Instant now) {
        Optional<Instant> due = Optional.empty();
        for (OutboundRows.Waiting row : waiting) {
            if (!row.due().isAfter(now)) {
                return new LaneHead(Optional.of(row), Optional.empty());
            }
            due = earlier(due, row.due());
            Instant passable = row.firstFailedAt().orElse(now).plus(HOLDS_BACK);
            if (passable.isAfter(now)) {
                return new LaneHead(Optional.empty(), earlier(due, passable));
            }
        }
        return new LaneHead(Optional.empty(), due);
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Instant other) {
        return one.filter(instant -> instant.isBefore(other)).or(() -> Optional.of(other));
    }
}
