package id.pendopo.conversation.linking;

import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Facts.Sight;
import id.pendopo.conversation.dialogue.Passcode;
import id.pendopo.conversation.dialogue.Transfer;
import id.pendopo.conversation.dialogue.Try;
import id.pendopo.ticketing.TicketAccess;
import id.pendopo.ticketing.TicketCode;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The rate limits of proofs and codes, in two steps: facts have a try judged as often as they are gathered, the turn's
 * transaction counts it once.
 */
@Component
public class Tries {

    private static final int PASSCODE_DIGITS = 6;

    private final TicketAccess access;
    private final Passcodes passcodes;
    private final CodeAttempts guesses;

    Tries(TicketAccess access, Passcodes passcodes, CodeAttempts guesses) {
        this.access = access;
        this.passcodes = passcodes;
        this.guesses = guesses;
    }

    /** How much of a ticket a proof opens at this moment; counts nothing. */
    public Sight judge(Conversation here, TicketCode code, String proof) {
        return proof.length() == PASSCODE_DIGITS
                ? sight(passcodes.fits(lock(here, code), new Passcode(proof)))
                : sight(access.judge(code, proof));
    }

    /** Whether too many numbers that they typed led to no ticket. */
    public boolean locked(Conversation here) {
        return access.lockedUntil(sender(here)).isPresent();
    }

    private static String sender(Conversation here) {
        return here.address().account() + "/" + here.address().value();
    }

    /**
     * Counts a try. Within the turn's transaction, which holds what it counts until its end, so that many at once cannot
     * pass together.
     *
     * @return whether it is judged as before; if not, others tried meanwhile and nothing of the turn may be kept
     */
    public boolean count(Conversation here, Try tried) {
        return switch (tried) {
            case Try.OfTicket proof -> counted(here, proof) == proof.judged();
            case Try.OfTransfer move -> counted(here, move);
            case Try.OfNumber _ -> missed(here);
        };
    }

    private boolean missed(Conversation here) {
        access.missed(sender(here));
        return true;
    }

    private Sight counted(Conversation here, Try.OfTicket tried) {
        return tried.proof().length() == PASSCODE_DIGITS
                ? sight(passcodes.opens(lock(here, tried.code()), new Passcode(tried.proof())))
                : sight(access.tryDigits(tried.code(), tried.proof()));
    }

    private boolean counted(Conversation here, Try.OfTransfer tried) {
        boolean allowed = guesses.mayTry(here.address());
        Optional<Long> lent = allowed ? passcodes.lent(tried.typed()) : Optional.empty();
        lent.ifPresent(_ -> guesses.forgive(here.address()));
        return switch (tried.judged()) {
            case Transfer.Found found -> lent.equals(Optional.of(found.there().id()));
            case Transfer.Refused _ -> allowed && lent.isEmpty();
            case Transfer.Locked _ -> !allowed;
            case Transfer.Wanted _, Transfer.Proved _ ->
                throw new IllegalArgumentException("a typed code neither wants nor proves anything");
        };
    }

    private static Passcodes.Lock lock(Conversation here, TicketCode code) {
        return new Passcodes.Lock(Optional.of(code), here.id());
    }

    private static Sight sight(boolean opens) {
        return opens ? Sight.FULL : Sight.REFUSED;
    }

    private static Sight sight(TicketAccess.Verdict verdict) {
        return switch (verdict) {
            case TicketAccess.Verdict.Granted _ -> Sight.FULL;
            case TicketAccess.Verdict.Wrong _, TicketAccess.Verdict.NoNumber _, TicketAccess.Verdict.Unknown _ ->
                Sight.REFUSED;
            case TicketAccess.Verdict.Locked _ -> Sight.LOCKED;
        };
    }
}
