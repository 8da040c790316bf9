package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.util.Optional;
import java.util.Set;

/** Responds to the remark right after a rating, what should be better; whatever is another matter goes its own way. */
final class RatingReasonResponder implements Responder {

    @Override
    public Set<Need> needs(Hearing hearing) {
        return hearing.worded()
                ? Set.of(Need.Plain.NAMED_TICKET, Need.Plain.SUGGESTION, Need.Plain.ACT, Need.Plain.ANSWERS)
                : Set.of(Need.Plain.NAMED_TICKET, Need.Plain.SUGGESTION, Need.Plain.ACT);
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        boolean asked = context.expects(What.RATING_REASON) && RatingResponder.fresh(context);
        if (!asked || context.heard().pick().isPresent()) {
            return Optional.empty();
        }
        MessageText heard = context.heard();
        boolean nothing = heard.is(Said.NO_REMARK) || heard.yes().isPresent();
        return nothing ? Optional.of(skipped(context)) : ticket(context).flatMap(ticket -> explained(context, ticket));
    }

    /** Nothing was said to it, or that there is nothing to say. */
    static Decision skipped(TurnContext context) {
        return Decision.of(context, Ending.RATING_SKIPPED, Part.say("rating.skipped"))
                .state(State::expectingNothing);
    }

    /** No question, no set phrase, and no report of something else. */
    private static Optional<Decision> explained(TurnContext context, Ticket ticket) {
        MessageText heard = context.heard();
        boolean words = heard.plain().codePoints().anyMatch(Character::isLetter);
        boolean other = heard.asks()
                || DialogueActResponder.phrase(heard)
                || ReportStartResponder.elsewhere(context, ticket.category());
        Optional<Rating> rating = ticket.rating();
        return words && !other && rating.isPresent()
                ? Optional.of(Decision.of(
                                context,
                                Ending.RATING_EXPLAINED,
                                Part.say("rating.explained", new Arg.Code(ticket.code())))
                        .command(new Command.Rate(ticket.code(), rating.get(), heard.text()))
                        .state(State::expectingNothing)
                        .about(ticket.code()))
                : Optional.empty();
    }

    private static Optional<Ticket> ticket(TurnContext context) {
        return context.state()
                .expected()
                .flatMap(expected -> TicketCode.parse(expected.code()))
                .flatMap(code -> RatingResponder.granted(context, code));
    }

    /** The question is asked once: after any other turn, words are not taken for its answer. */
    static Decision lapsing(TurnContext context, Decision decision) {
        boolean left = context.expects(What.RATING_REASON)
                && !Memory.passing(decision)
                && decision.ending() != Ending.RATED
                && decision.after().state().expected().equals(context.state().expected());
        return left ? decision.state(State::expectingNothing) : decision;
    }
}
