package id.pendopo.conversation.engine;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Responds while a human agent holds the conversation: the message goes to the agent's ticket, the bot is mute but for
 * one hint.
 */
final class AgentFloorResponder implements Responder {

    @Override
    public Set<Need> needs(Hearing hearing) {
        return Set.of(Need.Plain.OWN_TICKETS, Need.Plain.NAMED_TICKET);
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        return context.conversation().floor() == Floor.AGENT
                ? FollowUpResponder.settled(context).or(() -> holder(context).map(ticket -> handed(context, ticket)))
                : Optional.empty();
    }

    /** The ticket whose agent spoke last. */
    static Optional<Ticket> holder(TurnContext context) {
        List<String> held = context.state().held();
        List<Ticket> open = context.facts().open();
        return held.isEmpty()
                ? open.stream().findFirst()
                : held.stream()
                        .flatMap(code -> open.stream()
                                .filter(ticket -> ticket.code().digits().equals(code)))
                        .findFirst();
    }

    private static Decision handed(TurnContext context, Ticket ticket) {
        List<Part> hint = context.state().hinted() ? List.of() : List.of(Part.say("agent.holds"));
        String text = context.heard().text().isBlank() ? "📎" : context.heard().text();
        return Decision.of(context, Ending.AGENT_HOLDS, hint)
                .command(new Command.Add(ticket.code(), text))
                .state(state -> state.hinted(true))
                .about(ticket.code());
    }
}
