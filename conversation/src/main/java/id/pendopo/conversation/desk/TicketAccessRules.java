package id.pendopo.conversation.desk;

import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Facts.Sight;
import id.pendopo.conversation.dialogue.Passcode;
import id.pendopo.conversation.facts.FactSources;
import id.pendopo.conversation.linking.LinkedConversations;
import id.pendopo.conversation.linking.Passcodes;
import id.pendopo.conversation.store.Citizens;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketAccess;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The access rules of tickets: their own citizen sees all, others the state, unless they prove that it is theirs. */
@Component
class TicketAccessRules implements FactSources.AccessRules {

    private static final int RECEIPT_DIGITS = 16;

    private static final int PASSCODE_DIGITS = 6;

    private final Citizens citizens;
    private final LinkedConversations linked;
    private final TicketAccess access;
    private final Passcodes passcodes;

    TicketAccessRules(Citizens citizens, LinkedConversations linked, TicketAccess access, Passcodes passcodes) {
        this.citizens = citizens;
        this.linked = linked;
        this.access = access;
        this.passcodes = passcodes;
    }

    @Override
    public Sight of(Conversation conversation, Ticket ticket, Optional<String> digits) {
        boolean receipt = ticket.code().digits().length() == RECEIPT_DIGITS;
        if (receipt || own(conversation, ticket)) {
            return Sight.FULL;
        }
        return digits.map(proof -> proof.length() == PASSCODE_DIGITS
                        ? coded(conversation, ticket, new Passcode(proof))
                        : proved(ticket, proof))
                .orElse(Sight.CODE_ONLY);
    }

    private Sight coded(Conversation conversation, Ticket ticket, Passcode code) {
        return passcodes.opens(new Passcodes.Lock(Optional.of(ticket.code()), conversation.id()), code)
                ? Sight.FULL
                : Sight.REFUSED;
    }

    private boolean own(Conversation conversation, Ticket ticket) {
        return ticket.conversation()
                        .filter(id -> id == conversation.id() || citizens.same(id, conversation.id()))
                        .isPresent()
                || linked.lead(ticket.code(), conversation.id());
    }

    private Sight proved(Ticket ticket, String digits) {
        return switch (access.tryDigits(ticket.code(), digits)) {
            case TicketAccess.Verdict.Granted _ -> Sight.FULL;
            case TicketAccess.Verdict.Wrong _, TicketAccess.Verdict.NoNumber _, TicketAccess.Verdict.Unknown _ ->
                Sight.REFUSED;
            case TicketAccess.Verdict.Locked _ -> Sight.LOCKED;
        };
    }
}
