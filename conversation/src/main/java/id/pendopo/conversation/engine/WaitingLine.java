package id.pendopo.conversation.engine;

import id.pendopo.ticketing.Ticket;
import java.util.Optional;

/** Somebody was asked for and has not come yet: what the bot cannot answer goes to the ticket. */
final class WaitingLine implements Responder {

    @Override
    public Optional<Decision> respond(Scene scene) {
        if (scene.conversation().floor() != Floor.QUEUE || scene.heard().text().isBlank()) {
            return Optional.empty();
        }
        return EmergencyTickets.foremost(scene).map(ticket -> added(scene, ticket));
    }

    private static Decision added(Scene scene, Ticket ticket) {
        return Decision.of(scene, Ending.INFORMATION_ADDED, Part.say("information.added", new Arg.Code(ticket.code())))
                .command(new Command.Add(ticket.code(), scene.heard().text()))
                .about(ticket.code());
    }
}
