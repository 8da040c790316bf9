package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Try;
import id.pendopo.conversation.dialogue.TurnContext;

/** A finisher that has tries counted, whoever answers and whatever is said, before anything that they open. */
final class CountedTries {

    private CountedTries() {}

    static Decision counting(TurnContext context, Decision decision) {
        Decision counting = decision;
        for (Try tried : context.facts().tried().reversed()) {
            counting = counting.begun(new Command.Count(tried));
        }
        return counting;
    }
}
