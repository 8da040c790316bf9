package id.pendopo.conversation.floor;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Finisher;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.GlobalCommand;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Phrasebook;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The return of the floor from an agent to the bot by the citizen's own message: before the responders it says what the
 * message is then, and as a finisher it notes the return in the tickets. Pure; any thread may call.
 */
public final class FloorReturn implements Finisher {

    private static final Set<GlobalCommand> CALLS = Set.of(GlobalCommand.MENU, GlobalCommand.ASSISTANT);

    /** What is pressed for the ticket or the talk as it stands; all other buttons are the bot's. */
    private static final Set<String> BESIDE = Set.of(
            ChoiceIds.STATUS,
            ChoiceIds.PERSON,
            ChoiceIds.AGAIN,
            ChoiceIds.CANCEL,
            ChoiceIds.LANGUAGE,
            ChoiceIds.SOLVED,
            ChoiceIds.UNSOLVED,
            ChoiceIds.CODE,
            ChoiceIds.RATE,
            ChoiceIds.DUTY);

    /** After these the agent has not read what was perhaps meant for them. */
    private static final Set<Ending> PERHAPS_FOR_THE_AGENT = Set.of(
            Ending.ANSWERED,
            Ending.CLARIFIED,
            Ending.ESCALATED,
            Ending.GREETED,
            Ending.THANKED,
            Ending.GOODBYE,
            Ending.CHITCHAT,
            Ending.ABUSE);

    private final FloorProperties settings;

    public FloorReturn(FloorProperties settings) {
        this.settings = settings;
    }

    /** A message in its conversation, as the bot shall understand it. */
    public record Heard(Conversation conversation, InboundMessage message) {}

    /** The floor is the bot's for whom it is returned to; who asks for the assistant asks what was offered to be answered. */
    public Heard heard(Phrasebook phrasebook, Conversation conversation, InboundMessage message, Instant now) {
        if (conversation.floor() != Floor.AGENT || conversation.spoken()) {
            return new Heard(conversation, message);
        }
        State state = conversation.state();
        MessageText text = MessageText.of(phrasebook, message, state.options());
        Optional<GlobalCommand> called = called(text, message);
        if (called.isEmpty()) {
            return new Heard(silent(state, now) ? conversation.held(Floor.BOT) : conversation, message);
        }
        Conversation returned = conversation.held(Floor.BOT);
        return called.filter(GlobalCommand.ASSISTANT::equals)
                .flatMap(_ -> state.question())
                .map(offered -> new Heard(returned.with(state.settled()), message.saying(offered)))
                .orElse(new Heard(returned, message));
    }

    private static Optional<GlobalCommand> called(MessageText text, InboundMessage message) {
        if (text.picked(ChoiceIds.ASSISTANT)) {
            return Optional.of(GlobalCommand.ASSISTANT);
        }
        if (message.choice().isPresent()) {
            return message.choice()
                    .filter(choice -> BESIDE.stream().noneMatch(choice::startsWith))
                    .map(_ -> GlobalCommand.MENU);
        }
        return GlobalCommand.exactly(text.said()).filter(CALLS::contains);
    }

    private boolean silent(State state, Instant now) {
        return state.agent()
                .map(talk -> talk.silent(settings.returnsAfter(), now))
                .orElseGet(() -> state.touched()
                        .filter(before -> !before.plus(settings.returnsAfter()).isAfter(now))
                        .isPresent());
    }

    /** Notes in the tickets that their agents do not hold the floor any more, and says so once. */
    @Override
    public Decision finish(TurnContext context, Decision decision) {
        boolean returned = context.conversation().floor() == Floor.BOT
                && !context.conversation().spoken()
                && !context.state().held().isEmpty()
                && decision.after().floor() != Floor.AGENT;
        return returned ? noted(context, decision.state(State::released)) : decision;
    }

    private Decision noted(TurnContext context, Decision decision) {
        boolean silent = silent(context.state(), context.now());
        List<TicketCode> codes = context.facts().open().stream()
                .map(Ticket::code)
                .filter(code -> context.state().held().contains(code.digits()))
                .toList();
        Decision noted = silent && !codes.isEmpty() ? kept(context, decision, codes.getFirst()) : decision;
        for (TicketCode code : codes) {
            noted = noted.command(new Command.ReturnFloor(code, silent));
        }
        return codes.isEmpty() || noted.replies().isEmpty() || noted.ending() == Ending.EMERGENCY
                ? noted
                : noted.preceded(said(silent, codes.getFirst()));
    }

    private static Part said(boolean silent, TicketCode code) {
        Part.Say say = Part.say(silent ? "agent.silent" : "agent.left", new Arg.Code(code));
        return silent ? say : new Part.Aside(say);
    }

    private static Decision kept(TurnContext context, Decision decision, TicketCode code) {
        boolean meant = decision.commands().isEmpty()
                && PERHAPS_FOR_THE_AGENT.contains(decision.ending())
                && context.heard().pick().isEmpty()
                && !context.heard().text().isBlank();
        return meant ? decision.command(new Command.Add(code, context.heard().text())) : decision;
    }
}
