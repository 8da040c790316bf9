package id.pendopo.conversation.engine;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.dialogue.AgentTalk;
import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Facts.Office;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.floor.FloorProperties;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.GlobalCommand;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.ticketing.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Responds while a human agent holds the floor: the message goes to the agent's ticket. The bot says once when it is
 * read, offers itself for what it surely knows, and answers that where the agent is silent.
 */
final class AgentFloorResponder implements Responder {

    private final FloorProperties settings;

    AgentFloorResponder(FloorProperties settings) {
        this.settings = settings;
    }

    @Override
    public Set<Need> needs(Hearing hearing) {
        if (hearing.conversation().floor() != Floor.AGENT) {
            return Set.of();
        }
        boolean asks = hearing.message().choice().isEmpty() && hearing.heard().asks();
        boolean told = !hearing.conversation().state().held().isEmpty();
        return asks && told && !hearing.conversation().spoken()
                ? Set.of(
                        Need.Plain.OWN_TICKETS,
                        Need.Plain.NAMED_TICKET,
                        Need.Plain.OFFICES,
                        Need.Plain.ACT,
                        Need.Plain.SUGGESTION,
                        Need.Plain.ANSWERS)
                : Set.of(Need.Plain.OWN_TICKETS, Need.Plain.NAMED_TICKET, Need.Plain.OFFICES);
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        return context.conversation().floor() == Floor.AGENT && !sendsForm(context)
                ? FollowUpResponder.settled(context).or(() -> holder(context).map(ticket -> handed(context, ticket)))
                : Optional.empty();
    }

    /** The words that send a report which waits to be read over are no agent's: without a name above all. */
    private static boolean sendsForm(TurnContext context) {
        MessageText heard = context.heard();
        boolean sends = heard.is(Said.NAMELESS)
                || heard.is(Said.FORM_SEND)
                || heard.picked(ChoiceIds.SEND)
                || heard.picked(ChoiceIds.ANONYMOUS);
        return sends && context.draft().filter(Draft::confirming).isPresent();
    }

    /** The ticket whose agent is answered, or else spoke last. */
    static Optional<Ticket> holder(TurnContext context) {
        List<String> held = context.state().held();
        List<Ticket> open = context.facts().open();
        Optional<String> answered = context.message().repliesTo().flatMap(InboundMessage.RepliesTo::ticket);
        return answered.filter(code -> held.isEmpty() || held.contains(code))
                .flatMap(code -> open.stream()
                        .filter(ticket -> ticket.code().digits().equals(code))
                        .findFirst())
                .or(() -> spokeLast(held, open));
    }

    private static Optional<Ticket> spokeLast(List<String> held, List<Ticket> open) {
        return held.isEmpty()
                ? open.stream().findFirst()
                : held.stream()
                        .flatMap(code -> open.stream()
                                .filter(ticket -> ticket.code().digits().equals(code)))
                        .findFirst();
    }

    /** Whatever else is said, the agent reads it. */
    private Decision handed(TurnContext context, Ticket ticket) {
        Optional<Office> away = Optional.ofNullable(context.facts().offices().get(ticket.unit()))
                .filter(office -> !office.open());
        boolean speaking = !context.conversation().spoken();
        Decision decision;
        if (speaking && known(context)) {
            decision = silent(context, away) ? answered(context, away) : offered(context, ticket, away, "agent.offer");
        } else if (speaking && reports(context.heard())) {
            decision = offered(context, ticket, away, "agent.offer.report");
        } else {
            decision = hinted(context, ticket, away);
        }
        String text = context.heard().text().isBlank() ? "📎" : context.heard().text();
        return decision.command(new Command.Add(ticket.code(), text)).about(ticket.code());
    }

    /** A question that an article answers, and no complaint. */
    private static boolean known(TurnContext context) {
        return context.heard().asks()
                && context.heard().words() > 1
                && !context.facts().found().isEmpty()
                && !ReportStartResponder.complains(context, 0)
                && !KnowledgeResponder.perhapsAReport(context, context.facts().found());
    }

    private static boolean reports(MessageText heard) {
        return heard.said().leads(Said.REPORT_FIRST) > 0 && !heard.asks() && !heard.says(Said.REPORT_SERVICE);
    }

    private boolean silent(TurnContext context, Optional<Office> away) {
        return away.isPresent()
                || context.state()
                        .agent()
                        .filter(talk -> talk.silent(settings.answersAfter(), context.now()))
                        .isPresent();
    }

    private static Decision answered(TurnContext context, Optional<Office> away) {
        List<Part> parts = new ArrayList<>();
        parts.add(away.filter(office -> untold(context, office))
                .map(office -> Part.say("agent.meanwhile.later", opens(context, office)))
                .orElseGet(() -> Part.say("agent.meanwhile")));
        parts.addAll(KnowledgeResponder.parts(context));
        String slug = context.facts().found().getLast().version().slug();
        return told(Decision.of(context, Ending.ANSWERED, parts).state(state -> state.answered(slug)), context, away);
    }

    /** Once, until the agent writes again; a typed "1" still answers what was asked before. */
    private static Decision offered(TurnContext context, Ticket ticket, Optional<Office> away, String key) {
        if (context.state().question().isPresent()) {
            return hinted(context, ticket, away);
        }
        List<Part> parts = new ArrayList<>(List.of(Part.say(key)));
        if (context.state().options().isEmpty()) {
            parts.add(Part.named(Part.option(ChoiceIds.ASSISTANT, "option.assistant")));
        }
        Decision offered = Decision.of(context, Ending.ASSISTANT_OFFERED, parts);
        return offered.state(state -> state.hinted(true).leaving(context.heard().text()));
    }

    private static Decision hinted(TurnContext context, Ticket ticket, Optional<Office> away) {
        Arg code = new Arg.Code(ticket.code());
        if (away.isPresent()) {
            List<Part> later = untold(context, away.get()) || callsAPerson(context)
                    ? List.of(Part.say("agent.later", opens(context, away.get()), code))
                    : List.of();
            return told(Decision.of(context, Ending.AGENT_AWAY, later), context, away);
        }
        List<Part> hint =
                context.state().hinted() && !callsAPerson(context) ? List.of() : List.of(Part.say("agent.holds", code));
        return Decision.of(context, Ending.AGENT_HOLDS, hint).state(state -> state.hinted(true));
    }

    private static boolean callsAPerson(TurnContext context) {
        return context.heard().picked(ChoiceIds.PERSON)
                || GlobalCommand.exactly(context.heard().said()).equals(Optional.of(GlobalCommand.PERSON));
    }

    private static Arg opens(TurnContext context, Office office) {
        return new Arg.Moment(office.opens(), office.zone(), context.now());
    }

    private static boolean untold(TurnContext context, Office office) {
        return !context.state().agent().flatMap(AgentTalk::reads).equals(Optional.of(office.opens()));
    }

    /** The citizen knows when the office opens. */
    private static Decision told(Decision decision, TurnContext context, Optional<Office> away) {
        Instant now = context.now();
        return away.map(Office::opens)
                .map(opens -> decision.state(state -> reading(state, opens, now)))
                .orElse(decision);
    }

    private static State reading(State state, Instant opens, Instant now) {
        AgentTalk talk =
                state.agent().orElseGet(() -> AgentTalk.at(state.touched().orElse(now)));
        return state.talking(talk.reading(opens));
    }
}
