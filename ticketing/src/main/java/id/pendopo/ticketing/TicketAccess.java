package id.pendopo.ticketing;

import java.time.Instant;
import java.util.Optional;

/**
 * Access control for reporters: who may read, add to and reopen a ticket from elsewhere than its own conversation.
 * Whoever knows the last four digits of the number that it was reported with may, or holds a 16-digit receipt, which is
 * proof in itself.
 */
public interface TicketAccess {

    /** Wrong digits that one code forgives within an hour. */
    int TRIES = 5;

    /** How a try ended. */
    sealed interface Verdict {

        /** It is the reporter, as far as the digits say. */
        record Granted(Ticket ticket) implements Verdict {}

        /** Other digits; {@code left} tries remain within this hour, at least one. */
        record Wrong(int left) implements Verdict {}

        /** Too many wrong digits; the right ones are not heard before {@code until} either. */
        record Locked(Instant until) implements Verdict {}

        /** The ticket was reported without a number: only its own conversation leads to it. */
        record NoNumber() implements Verdict {}

        /** Nobody has this code. */
        record Unknown() implements Verdict {}
    }

    /**
     * What {@link #tryDigits} would answer at this moment; nothing is counted. Whoever acts on it must still try the digits,
     * or as many could be judged as there are.
     *
     * @param lastFour what was typed; of a longer number the end counts
     */
    Verdict judge(TicketCode code, String lastFour);

    /**
     * Hears the last four digits of a number, and counts wrong ones by code for everybody together.
     *
     * @param lastFour what was typed; of a longer number the end counts
     */
    default Verdict tryDigits(TicketCode code, String lastFour) {
        return tryDigits(code, lastFour, Optional.empty());
    }

    /**
     * The same, for a form: the same digits sent twice are one try.
     *
     * @param key empty when the form has none
     */
    Verdict tryDigits(TicketCode code, String lastFour, Optional<IdempotencyKey> key);

    /**
     * Until when somebody's numbers are not looked up, because they led to no ticket too often; empty while they are. One limit
     * for every line and page. Counts nothing.
     *
     * @param who tells those apart who ask; kept as a sum
     */
    Optional<Instant> lockedUntil(String who);

    /** Counts a number that led to no ticket. Within the caller's transaction. */
    void missed(String who);
}
