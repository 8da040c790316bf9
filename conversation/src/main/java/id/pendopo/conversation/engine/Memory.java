package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.TurnContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A finisher that remembers what the next message may refer to: choices, the picked article, a first ticket, the time. */
final class Memory {

    /** Endings after which a typed "1" still picks what was offered before. */
    private static final Set<Ending> PASSING = Set.of(
            Ending.EMERGENCY,
            Ending.UNHEARD,
            Ending.REPEATED,
            Ending.CONTINUED,
            Ending.LANGUAGE_CHANGED,
            Ending.AGENT_HOLDS,
            Ending.AGENT_AWAY,
            Ending.ASSISTANT_OFFERED);

    /** Endings of a turn that asked or told something of its own. */
    private static final Set<Ending> ASKED = Set.of(Ending.ANSWERED, Ending.CLARIFIED, Ending.ESCALATED);

    /** Characters. */
    private static final int LONGEST = 500;

    private Memory() {}

    /** Whether a turn leaves what was asked and offered before it as it was. */
    static boolean passing(Decision decision) {
        return PASSING.contains(decision.ending());
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    static Decision remembering(TurnContext context, Decision decision) {
        boolean late = context.state().picked().isPresent() && !passing(decision);
        Decision fresh =
                late && decision.after().state().picked().equals(context.state().picked())
                        ? decision.state(state -> state.picking(Optional.empty()))
                        : decision;
        List<String> offered = fresh.offered();
        boolean keep = offered.isEmpty() && passing(fresh);
        boolean asks = ASKED.contains(fresh.ending()) && context.hearing().worded();
        boolean opens = fresh.commands().stream()
                .anyMatch(command -> command instanceof Command.Open open
                        && open.ticket().conversation().isPresent());
        return fresh.state(state -> (keep ? state : state.offering(offered)).touchedAt(context.now()))
                .state(state -> opens ? state.withTicket() : state)
                .state(state -> asks ? state.asking(cut(context.heard().text())) : state);
    }
}
