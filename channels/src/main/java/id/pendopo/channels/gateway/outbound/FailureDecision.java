package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.adapter.SendFailed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The retry decision: what becomes of a message that did not go out, or may not have.
 *
 * @param state {@code RETRY}, {@code FAILED} or {@code UNKNOWN}
 * @param due when it is tried again, or its provider asked again; empty when it is left to a person
 * @param possibleDuplicate whether this try may have arrived all the same
 * @param doubtSince since when nobody knows, while the provider can still be asked
 * @param counts whether it was a try; waiting for a line that is paused is none
 */
public record FailureDecision(
        Outbox.State state,
        String reason,
        Optional<Instant> due,
        boolean possibleDuplicate,
        Optional<Instant> doubtSince,
        boolean counts) {

    /** The provider was asked and does not have the message. */
    static final String NOT_SENT = "not-sent";

    /** The line rests after too many failures. */
    static final String PAUSED = "paused";

    /** How long a provider is asked before the doubt is left to the policy. */
    static final Duration ASKED_FOR = Duration.ofMinutes(10);

    private static final Duration FIRST_ASKED_AFTER = Duration.ofSeconds(5);

    static FailureDecision of(Dispatch dispatch, SendFailed failure, Instant now) {
        if (dispatch.doubtSince().isPresent() && !failure.code().equals(NOT_SENT)) {
            return asked(dispatch, failure, dispatch.doubtSince().get(), now);
        }
        return switch (failure.outcome()) {
            case RETRY -> failure.code().equals(PAUSED) ? paused(failure, now) : again(dispatch, failure, now);
            case LIMITED, PERSON_LIMITED, LINE_LIMITED -> again(dispatch, failure, now);
            case WINDOW_CLOSED -> dispatch.passage().told() ? finished(failure.code()) : anotherWay(failure, now);
            case UNKNOWN ->
                doubtful(failure, dispatch.possibleDuplicate(), dispatch.startedAt(), now.plus(FIRST_ASKED_AFTER));
            case PERMANENT, BLOCKED -> finished(failure.code());
        };
    }

    private static FailureDecision paused(SendFailed failure, Instant now) {
        Instant due = now.plus(failure.retryAfter().orElse(FIRST_ASKED_AFTER));
        return new FailureDecision(Outbox.State.RETRY, PAUSED, Optional.of(due), false, Optional.empty(), false);
    }

    /** A provider that answered with a time wants to be asked again; one that cannot know leaves it to the policy. */
    private static FailureDecision asked(Dispatch dispatch, SendFailed failure, Instant since, Instant now) {
        Optional<Instant> next = failure.retryAfter().map(now::plus);
        if (next.isPresent() && now.isBefore(since.plus(ASKED_FOR))) {
            return doubtful(failure, dispatch.possibleDuplicate(), since, next.get());
        }
        return mayBeSentTwice(dispatch)
                ? new FailureDecision(
                        Outbox.State.RETRY, failure.code(), Optional.of(now), true, Optional.empty(), true)
                : new FailureDecision(
                        Outbox.State.UNKNOWN, failure.code(), Optional.empty(), true, Optional.empty(), true);
    }

    private static FailureDecision doubtful(SendFailed failure, boolean possibleDuplicate, Instant since, Instant ask) {
        return new FailureDecision(
                Outbox.State.UNKNOWN, failure.code(), Optional.of(ask), possibleDuplicate, Optional.of(since), true);
    }

    private static FailureDecision again(Dispatch dispatch, SendFailed failure, Instant now) {
        return Backoff.next(dispatch, failure.retryAfter(), now)
                .map(due -> new FailureDecision(
                        Outbox.State.RETRY, failure.code(), Optional.of(due), false, Optional.empty(), true))
                .orElseGet(() -> finished(failure.code()));
    }

    /** Once: the next try knows that the window is closed. */
    private static FailureDecision anotherWay(SendFailed failure, Instant now) {
        return new FailureDecision(Outbox.State.RETRY, failure.code(), Optional.of(now), false, Optional.empty(), true);
    }

    private static FailureDecision finished(String reason) {
        return new FailureDecision(Outbox.State.FAILED, reason, Optional.empty(), false, Optional.empty(), true);
    }

    /** An answer twice is a nuisance; a petugas who says the same twice, or a second one-time code, does harm. */
    private static boolean mayBeSentTwice(Dispatch dispatch) {
        return dispatch.message().author() == OutboundMessage.Author.BOT && !dispatch.possibleDuplicate();
    }

    /** Whether the desk goes on by itself. */
    public boolean goesOn() {
        return due.isPresent();
    }
}
