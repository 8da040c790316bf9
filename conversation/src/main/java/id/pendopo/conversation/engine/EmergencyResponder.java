package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.EmergencyEpisode;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.Emergencies;
import id.pendopo.conversation.understanding.EmergencyNumbers;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.knowledge.TextClassifier.Guess;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Responds to an emergency: says whom to call at once, flags a person, and leaves everything else as it was. It has a
 * ticket of its own: in that of another matter, with its unit and its deadline, nobody would see it in time.
 */
final class EmergencyResponder implements Responder {

    /** What any words at all would answer, also those about the emergency that follow. */
    private static final Set<What> ANSWERED_BY_ANYTHING = EnumSet.of(What.INFORMATION, What.REASON, What.RATING_REASON);

    private final Emergencies emergencies;
    private final EmergencyNumbers numbers;

    EmergencyResponder(Emergencies emergencies, EmergencyNumbers numbers) {
        this.emergencies = emergencies;
        this.numbers = numbers;
    }

    @Override
    public Set<Need> needs(Hearing hearing) {
        boolean told = emergencies
                .in(hearing.heard().said(), Optional.empty(), Emergencies.DANGER)
                .isPresent();
        return told
                ? Set.of(Need.Plain.OWN_TICKETS, Need.Plain.SUGGESTION, Need.Plain.ALARM)
                : Set.of(Need.Plain.OWN_TICKETS, Need.Plain.SUGGESTION);
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        return emergencies
                .in(context.heard().said(), learned(context), calmly(context))
                .map(kind -> signpost(context, kind));
    }

    /** Of a single word, a set phrase or a choice nothing can be learned; only a word of danger itself calls. */
    private static Optional<Guess> learned(TurnContext context) {
        MessageText heard = context.heard();
        boolean bare = heard.words() < 2 || heard.pick().isPresent() || DialogueActResponder.phrase(heard);
        return bare ? Optional.empty() : context.facts().danger();
    }

    /** How sure it has to be without a word of danger: more, where something else is spoken of, or somebody reads it anyway. */
    private static double calmly(TurnContext context) {
        if (context.state().expected().isPresent()) {
            return Emergencies.IN_AN_ANSWER;
        }
        boolean read = context.conversation().floor() == Floor.AGENT;
        boolean reports = context.draft().filter(draft -> !draft.paused()).isPresent();
        boolean scolds =
                context.facts().act().filter(act -> act.label().equals("abuse")).isPresent();
        return read || reports || scolds ? Emergencies.AMONG_OTHERS : Emergencies.DANGER;
    }

    private Decision signpost(TurnContext context, Emergencies.Kind kind) {
        Optional<TicketCode> known = EmergencyTickets.ticket(context).map(Ticket::code);
        TicketCode code = known.orElse(context.facts().fresh());
        Command flag = known.<Command>map(
                        open -> new Command.Add(open, context.heard().text()))
                .orElseGet(() -> new Command.Open(NewTickets.emergency(context, EmergencyTickets.danger(kind))));
        Part goOn = context.draft().filter(draft -> !draft.paused()).isPresent()
                ? Part.say("emergency.form")
                : Part.say("emergency.more");
        Decision decision = Decision.of(
                        context,
                        Ending.EMERGENCY,
                        call(kind),
                        Part.say(EmergencyTickets.told(context, kind, known), new Arg.Code(code)),
                        goOn)
                .command(flag)
                .state(state -> state.alarmed(new EmergencyEpisode(code.digits(), context.now())))
                .about(code);
        return floor(context, waitingForNoWords(decision), code);
    }

    /** Names whom to call below an answer to what may be a call and is not heard as one. */
    Decision naming(TurnContext context, Decision decision) {
        boolean spoken = !decision.replies().isEmpty() && decision.ending() != Ending.EMERGENCY;
        Optional<Emergencies.Kind> kind = spoken && calmly(context) == Emergencies.DANGER
                ? emergencies.perhaps(context.heard().said(), learned(context))
                : Optional.empty();
        return kind.filter(perhaps -> !numbers.of(perhaps).isEmpty())
                .map(perhaps -> decision.followed(Part.say(
                        "emergency.perhaps",
                        new Arg.Words(numbers.of(perhaps).getFirst()),
                        new Arg.Words(numbers.of(perhaps).getLast()))))
                .orElse(decision);
    }

    private Part call(Emergencies.Kind kind) {
        return Part.say(
                numbers.key(kind), numbers.of(kind).stream().map(Arg.Words::new).toArray(Arg[]::new));
    }

    private static Decision waitingForNoWords(Decision decision) {
        return decision.state(state -> state.expected()
                        .filter(expected -> ANSWERED_BY_ANYTHING.contains(expected.what()))
                        .isPresent()
                ? state.expectingNothing()
                : state);
    }

    /** An agent who speaks with the citizen about another ticket reads it there and keeps the floor; else somebody comes. */
    private static Decision floor(TurnContext context, Decision decision, TicketCode alarm) {
        if (context.conversation().floor() != Floor.AGENT) {
            return decision.after(decision.after().held(Floor.QUEUE));
        }
        return AgentFloorResponder.holder(context)
                .map(Ticket::code)
                .filter(held -> !held.equals(alarm))
                .map(held -> decision.command(
                                new Command.Add(held, context.heard().text()))
                        .state(state -> state.heldBy(held.digits())))
                .orElse(decision);
    }
}
