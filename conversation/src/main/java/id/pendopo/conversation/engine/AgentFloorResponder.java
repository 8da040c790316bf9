package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.ticketing.Ticket;
import java.util.List;
import java.util.Optional;

/** A person holds the floor: the message goes to that person's ticket, the bot is mute but for one hint. */
final class AgentFloorResponder implements Responder {

    @Override
    public Optional<Decision> respond(TurnContext scene) {
        return scene.conversation().floor() == Floor.AGENT
                ? FollowUpResponder.settled(scene).or(() -> holder(scene).map(ticket -> handed(scene, ticket)))
                : Optional.empty();
    }

    /** The ticket whose agent spoke last. */
    static Optional<Ticket> holder(TurnContext scene) {
        List<String> held = scene.state().held();
        List<Ticket> open = scene.facts().open();
        return held.isEmpty()
                ? open.stream().findFirst()
                : held.stream()
                        .flatMap(code -> open.stream()
                                .filter(ticket -> ticket.code().digits().equals(code)))
                        .findFirst();
    }

    private static Decision handed(TurnContext scene, Ticket ticket) {
        List<Part> hint = scene.state().hinted() ? List.of() : List.of(Part.say("agent.holds"));
        String text = scene.heard().text().isBlank() ? "📎" : scene.heard().text();
        return Decision.of(scene, Ending.AGENT_HOLDS, hint)
                .command(new Command.Add(ticket.code(), text))
                .state(state -> state.hinted(true))
                .about(ticket.code());
    }
}
