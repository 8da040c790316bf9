package id.pendopo.channels;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that is being sent under a claim.
 *
 * @param attempts how often it was tried, this time included
 * @param possibleDuplicate whether an earlier try may have arrived
 * @param firstFailedAt when its first try failed
 */
record Dispatch(
        Claim claim,
        long id,
        OutboundMessage message,
        int attempts,
        boolean possibleDuplicate,
        Optional<Instant> firstFailedAt) {

    @Override
    public String toString() {
        return "Dispatch[" + id + ", try " + attempts + "]";
    }
}
