package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import java.util.Optional;

/**
 * Responds to "bukan itu", negative feedback on an article that the citizen picked: it does not answer the question
 * after all.
 */
final class MistakeResponder implements Responder {

    @Override
    public Optional<Decision> respond(TurnContext context) {
        MessageText heard = context.heard();
        boolean said = heard.pick().isEmpty() && heard.is(Said.MISTAKE);
        return context.state()
                .picked()
                .filter(_ -> said || heard.picked(ChoiceIds.NONE_OF_THESE))
                .map(picked -> FallbackResponder.escalated(context)
                        .command(new Command.Learn(picked, false))
                        .state(state -> state.missed(picked.question()).picking(Optional.empty())));
    }
}
