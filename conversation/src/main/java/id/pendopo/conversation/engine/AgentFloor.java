package id.pendopo.conversation.engine;

import id.pendopo.ticketing.Ticket;
import java.util.List;
import java.util.Optional;

/** A person holds the floor: the message goes to the ticket, the bot is mute but for one hint. */
final class AgentFloor implements Responder {

    @Override
    public Optional<Decision> respond(Scene scene) {
        if (scene.conversation().floor() != Floor.AGENT) {
            return Optional.empty();
        }
        Optional<Ticket> ticket = scene.facts().open().stream().findFirst();
        if (ticket.isEmpty()) {
            return Optional.empty();
        }
        List<Part> hint = scene.state().hinted() ? List.of() : List.of(Part.say("agent.holds"));
        String text = scene.heard().text().isBlank() ? "📎" : scene.heard().text();
        return Optional.of(Decision.of(scene, Ending.AGENT_HOLDS, hint)
                .command(new Command.Add(ticket.get().code(), text))
                .state(state -> state.hinted(true))
                .about(ticket.get().code()));
    }
}
