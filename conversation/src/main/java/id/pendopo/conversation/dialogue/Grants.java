package id.pendopo.conversation.dialogue;

import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.ticketing.TicketCode;
import java.util.EnumSet;
import java.util.Set;

/**
 * Authorizes changes of tickets: a citizen may change from a conversation their own, one in full sight, or the one
 * proved before.
 */
public final class Grants {

    /** What the desk asks only somebody who has shown that the ticket is theirs. */
    private static final Set<What> AFTER_PROOF =
            EnumSet.of(What.CLOSING, What.REASON, What.RATING, What.RATING_REASON, What.INFORMATION, What.PROVED);

    private Grants() {}

    /** A code that was merely typed grants nothing; a proof holds for its own ticket alone. */
    public static boolean change(Conversation conversation, Facts facts, TicketCode code) {
        boolean asked = conversation
                .state()
                .expected()
                .filter(expected ->
                        AFTER_PROOF.contains(expected.what()) && expected.code().equals(code.digits()))
                .isPresent();
        boolean sighted = facts.named()
                .filter(named -> named.code().equals(code) && named.sight() == Facts.Sight.FULL)
                .isPresent();
        boolean own = facts.open().stream().anyMatch(ticket -> ticket.code().equals(code))
                || facts.latest().filter(ticket -> ticket.code().equals(code)).isPresent();
        return asked || sighted || own;
    }
}
