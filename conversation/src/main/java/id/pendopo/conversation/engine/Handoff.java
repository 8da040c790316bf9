package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Facts.Office;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.util.List;
import java.util.Optional;

/** The handoff to a human agent: now, if somebody is there; otherwise with a ticket and the exact time. */
final class Handoff {

    /** A person was called without a word, by a button. */
    private static final String HAND = "\u270B";

    private Handoff() {}

    static Decision toAPerson(TurnContext context) {
        Optional<Ticket> open = EmergencyTickets.foremost(context);
        boolean known = context.conversation().floor() == Floor.QUEUE && open.isPresent();
        if (known && office(context, open).open() && !context.conversation().spoken()) {
            TicketCode code = open.get().code();
            return Decision.of(context, Ending.PERSON_KNOWS, Part.say("person.knows", new Arg.Code(code)))
                    .about(code);
        }
        TicketCode code = open.map(Ticket::code).orElse(context.facts().fresh());
        Command command = open.<Command>map(ticket -> new Command.Add(code, known(context)))
                .orElseGet(() -> NewTickets.person(context));
        Office office = office(context, open);
        boolean waits = office.open() || context.conversation().spoken();
        return told(context, code, office)
                .command(command)
                .command(new Command.Consent(Command.Purpose.CONTACT, true, "person-1"))
                .state(state -> (waits ? aside(state) : state)
                        .settled()
                        .expectingNothing()
                        .hinted(false))
                .about(code);
    }

    /**
     * What was told for a report is no request for a person: it waits, and is sent by whoever told it. Where nobody is
     * there to talk to, it goes on.
     */
    private static State aside(State state) {
        return state.draft().map(Draft::laidAside).map(state::drafting).orElse(state);
    }

    private static Decision told(TurnContext context, TicketCode code, Office office) {
        if (office.open()) {
            Decision comes = Decision.of(
                    context, Ending.PERSON_COMES, new Part.Notice("person.comes", List.of(new Arg.Code(code))));
            return comes.after(comes.after().held(Floor.QUEUE));
        }
        Arg opens = new Arg.Moment(office.opens(), office.zone(), context.now());
        Part later = Part.say("person.later", opens, new Arg.Code(code));
        return context.conversation().spoken()
                ? Decision.of(context, Ending.PERSON_LATER, later, Part.record("call.record"))
                : Decision.of(context, Ending.PERSON_LATER, later);
    }

    private static Office office(TurnContext context, Optional<Ticket> open) {
        Category category = open.map(ticket -> context.facts().category(ticket.category()))
                .orElseGet(() -> NewTickets.category(context, context.draft()));
        String unit = open.map(Ticket::unit).orElse(category.unit());
        return Optional.ofNullable(context.facts().offices().get(unit))
                .orElseThrow(() -> new IllegalArgumentException("the facts lack the hours of unit " + unit));
    }

    /** For an agent who has a ticket of the citizen already; a draft's own words are read by whoever wrote them. */
    private static String known(TurnContext context) {
        return NewTickets.about(context)
                .orElseGet(() -> context.heard().text().isBlank()
                        ? HAND
                        : context.heard().text());
    }
}
