package id.pendopo.conversation.desk;

import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Facts.Sight;
import id.pendopo.conversation.facts.FactSources;
import id.pendopo.conversation.linking.LinkedConversations;
import id.pendopo.conversation.linking.Tries;
import id.pendopo.conversation.store.Citizens;
import id.pendopo.ticketing.Ticket;
import org.springframework.stereotype.Component;

/** The access rules of tickets: their own citizen sees all, others the state, unless they prove that it is theirs. */
@Component
class TicketAccessRules implements FactSources.AccessRules {

    private static final int RECEIPT_DIGITS = 16;

    private final Citizens citizens;
    private final LinkedConversations linked;
    private final Tries tries;

    TicketAccessRules(Citizens citizens, LinkedConversations linked, Tries tries) {
        this.citizens = citizens;
        this.linked = linked;
        this.tries = tries;
    }

    @Override
    public Sight of(Conversation conversation, Ticket ticket) {
        boolean receipt = ticket.code().digits().length() == RECEIPT_DIGITS;
        return receipt || own(conversation, ticket) ? Sight.FULL : Sight.CODE_ONLY;
    }

    @Override
    public Sight judge(Conversation conversation, Ticket ticket, String proof) {
        return tries.judge(conversation, ticket.code(), proof);
    }

    @Override
    public boolean locked(Conversation conversation) {
        return tries.locked(conversation);
    }

    private boolean own(Conversation conversation, Ticket ticket) {
        return ticket.conversation()
                        .filter(id -> id == conversation.id() || citizens.same(id, conversation.id()))
                        .isPresent()
                || linked.lead(ticket.code(), conversation.id());
    }
}
