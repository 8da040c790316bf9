package id.pendopo.channels.adapter;

import java.time.Duration;
import java.util.Optional;

/**
 * A failed delivery: a message did not go out. Knows whether to try again, and whether it may have gone out all the
 * same.
 */
public final class SendFailed extends Exception {

    /** What the outbox does next. */
    public enum Outcome {
        /** The provider did not take it; try again later. */
        RETRY,
        /** Too many at once, for this person or for the line, which the provider does not say; try again later. */
        LIMITED,
        /** Too many at once for this person alone; try again later. */
        PERSON_LIMITED,
        /** Too many at once for the whole line, which rests; try again later. */
        LINE_LIMITED,
        /** The person has not written for too long; try another way. */
        WINDOW_CLOSED,
        /** The provider will never take it. */
        PERMANENT,
        /** The person does not want messages from this line any more. */
        BLOCKED,
        /** Nobody knows: the connection broke or timed out after the request was written. */
        UNKNOWN
    }

    private final Outcome outcome;
    private final String code;
    private final transient Optional<Duration> retryAfter;

    /**
     * @param code the provider's error code, or our own word such as {@code timeout}
     * @param retryAfter how long the provider asked us to wait
     */
    public SendFailed(Outcome outcome, String code, Optional<Duration> retryAfter) {
        super(outcome + " " + code);
        this.outcome = outcome;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public Outcome outcome() {
        return outcome;
    }

    public String code() {
        return code;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
