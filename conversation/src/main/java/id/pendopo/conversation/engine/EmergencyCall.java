package id.pendopo.conversation.engine;

import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.util.Optional;

/** Danger to life: says whom to call at once, flags a person, and leaves everything else as it was. */
final class EmergencyCall implements Responder {

    private final Emergencies emergencies;

    EmergencyCall(Emergencies emergencies) {
        this.emergencies = emergencies;
    }

    @Override
    public Optional<Decision> respond(Scene scene) {
        return emergencies.in(scene.heard().plain()).map(kind -> signpost(scene, kind));
    }

    private static Decision signpost(Scene scene, Emergencies.Kind kind) {
        Optional<Ticket> open = scene.facts().open().stream().findFirst();
        TicketCode code = open.map(Ticket::code).orElse(scene.facts().fresh());
        Command flag = open.<Command>map(
                        ticket -> new Command.Add(ticket.code(), scene.heard().text()))
                .orElseGet(() -> new Command.Open(Openings.emergency(scene)));
        Part goOn = scene.draft().filter(draft -> !draft.paused()).isPresent()
                ? Part.say("emergency.form")
                : Part.say("emergency.more");
        Decision decision = Decision.of(
                        scene, Ending.EMERGENCY, Part.say(kind.key()), Part.say("emergency", new Arg.Code(code)), goOn)
                .command(flag)
                .about(code);
        boolean held = scene.conversation().floor() == Floor.AGENT;
        return held ? decision : decision.after(decision.after().held(Floor.QUEUE));
    }
}
