package id.pendopo.conversation.poll;

import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.TurnContext;
import java.util.Optional;
import java.util.stream.IntStream;

/** Asks the poll's question when somebody writes POLL, and takes the choice. */
final class PollResponder implements Responder {

    static final String NAME = "poll";

    private static final String ID = "poll:";
    private static final int CHOICES = 2;

    @Override
    public Optional<Decision> respond(TurnContext context) {
        return choices()
                .filter(choice -> context.heard().picked(ID + choice))
                .mapToObj(choice -> voted(context, choice))
                .findFirst()
                .or(() -> context.heard().is(NAME) ? Optional.of(asked(context)) : Optional.empty());
    }

    private static Decision asked(TurnContext context) {
        Part.Option[] options = choices()
                .mapToObj(choice -> Part.option(ID + choice, "poll.choice." + choice))
                .toArray(Part.Option[]::new);
        return Decision.of(context, Ending.VOTE_ASKED, Part.say(Ending.VOTE_ASKED.key()), Part.offer(options));
    }

    private static Decision voted(TurnContext context, int choice) {
        return Decision.of(context, Ending.VOTED, Part.say(Ending.VOTED.key()))
                .command(new Vote(context.conversation().id(), choice));
    }

    private static IntStream choices() {
        return IntStream.rangeClosed(1, CHOICES);
    }
}
