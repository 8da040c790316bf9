package id.pendopo.conversation.tracking;

import id.pendopo.conversation.dialogue.AgentTalk;
import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.Transfer;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Transfers a ticket to this conversation when somebody proves here that it is theirs. */
final class TicketTransfer {

    private static final int RECEIPT_DIGITS = 16;

    private TicketTransfer() {}

    /** Empty without a proof. To a ticket by receipt nothing may lead back, so that it stays where it is. */
    static Optional<Decision> ticket(TurnContext context, Ticket ticket) {
        boolean receipt = ticket.code().digits().length() == RECEIPT_DIGITS;
        return context.facts()
                .transfer()
                .filter(Transfer.Proved.class::isInstance)
                .map(Transfer.Proved.class::cast)
                .filter(_ -> !receipt)
                .map(proved -> proved.held()
                        ? held(moved(context, ticket, proved), ticket, context.now())
                        : moved(context, ticket, proved));
    }

    private static Decision moved(TurnContext context, Ticket ticket, Transfer.Proved proved) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.say(
                "moved.ticket",
                new Arg.Code(ticket.code()),
                new Arg.Excerpt(ticket.subject(), 40),
                StatusAnswers.state(ticket)));
        if (ticket.contactConsent()) {
            parts.add(Part.say("moved.replies"));
        }
        if (ticket.status() == TicketStatus.CLOSED) {
            parts.add(Part.say("closing.ask"));
        }
        return Decision.of(context, Ending.CONTINUED_HERE, parts)
                .command(new Command.Continue(ticket.code(), proved.by()))
                .state(State::withTicket);
    }

    /** An agent who speaks with the citizen goes on here, too. */
    private static Decision held(Decision decision, Ticket ticket, Instant now) {
        Conversation after = decision.after();
        return decision.after(after.held(Floor.AGENT)
                        .with(after.state()
                                .heldBy(ticket.code().digits())
                                .talking(AgentTalk.at(now))
                                .hinted(true)))
                .followed(Part.say("agent.holds", new Arg.Code(ticket.code())));
    }
}
