package id.pendopo.channels;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What becomes of a message that did not go out.
 *
 * @param state {@code RETRY}, {@code FAILED} or {@code UNKNOWN}
 * @param due when it is tried again
 * @param possibleDuplicate whether this try may have arrived all the same
 */
record Verdict(Outbox.State state, String reason, Optional<Instant> due, boolean possibleDuplicate) {

    static Verdict of(Dispatch dispatch, SendFailed failure, Instant now) {
        return switch (failure.outcome()) {
            case RETRY -> again(dispatch, failure, now, false);
            case UNKNOWN ->
                mayBeSentTwice(dispatch)
                        ? again(dispatch, failure, now, true)
                        : new Verdict(Outbox.State.UNKNOWN, failure.code(), Optional.empty(), true);
            case PERMANENT, BLOCKED -> finished(failure.code());
        };
    }

    private static Verdict again(Dispatch dispatch, SendFailed failure, Instant now, boolean possibleDuplicate) {
        Optional<Duration> retryAfter = failure.retryAfter();
        return Backoff.next(dispatch, retryAfter, now)
                .map(due -> new Verdict(Outbox.State.RETRY, failure.code(), Optional.of(due), possibleDuplicate))
                .orElseGet(() -> finished(failure.code()));
    }

    private static Verdict finished(String reason) {
        return new Verdict(Outbox.State.FAILED, reason, Optional.empty(), false);
    }

    /** An answer twice is a nuisance; a petugas who says the same twice, or a second one-time code, does harm. */
    private static boolean mayBeSentTwice(Dispatch dispatch) {
        return dispatch.message().author() == OutboundMessage.Author.BOT && !dispatch.possibleDuplicate();
    }

    boolean retries() {
        return state == Outbox.State.RETRY;
    }
}
