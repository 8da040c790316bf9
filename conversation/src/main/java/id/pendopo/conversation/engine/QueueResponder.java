package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.ticketing.Ticket;
import java.util.Optional;
import java.util.Set;

/** Responds while the citizen waits in the queue for an agent: what the bot cannot answer goes to the ticket. */
final class QueueResponder implements Responder {

    @Override
    public Set<Need> needs(Hearing hearing) {
        return hearing.worded()
                ? Set.of(Need.Plain.OWN_TICKETS, Need.Plain.ACT, Need.Plain.FOLLOW_UP)
                : Set.of(Need.Plain.OWN_TICKETS);
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        if (context.conversation().floor() != Floor.QUEUE
                || context.heard().text().isBlank()
                || EmergencyTickets.lasts(context) && !EmergencyTickets.concerned(context)) {
            return Optional.empty();
        }
        return EmergencyTickets.foremost(context).map(ticket -> added(context, ticket));
    }

    private static Decision added(TurnContext context, Ticket ticket) {
        return Decision.of(
                        context, Ending.INFORMATION_ADDED, Part.say("information.added", new Arg.Code(ticket.code())))
                .command(new Command.Add(ticket.code(), context.heard().text()))
                .about(ticket.code());
    }
}
