package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.ticketing.Ticket;
import java.util.Optional;

/** Somebody was asked for and has not come yet: what the bot cannot answer goes to the ticket. */
final class QueueResponder implements Responder {

    @Override
    public Optional<Decision> respond(TurnContext scene) {
        if (scene.conversation().floor() != Floor.QUEUE || scene.heard().text().isBlank()) {
            return Optional.empty();
        }
        return EmergencyTickets.foremost(scene).map(ticket -> added(scene, ticket));
    }

    private static Decision added(TurnContext scene, Ticket ticket) {
        return Decision.of(scene, Ending.INFORMATION_ADDED, Part.say("information.added", new Arg.Code(ticket.code())))
                .command(new Command.Add(ticket.code(), scene.heard().text()))
                .about(ticket.code());
    }
}
