package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Validator.YesNo;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.util.Optional;
import java.util.regex.Pattern;

/** What should be better, said right after a rating; whatever is another matter goes its own way. */
final class RatingReasonResponder implements Responder {

    private static final Pattern NOTHING = Pattern.compile(
            "(?:lewati|lewat|skip|pass|kosong|(?:tidak|gak|ga|nggak|tdk) ada(?: lagi)?|sudah cukup|cukup|sudah|none|nothing)"
                    + "(?: (?:pak|bu|min|kak|kok|ya))?");

    @Override
    public Optional<Decision> respond(TurnContext scene) {
        boolean asked = scene.expects(What.RATING_REASON) && RatingResponder.fresh(scene);
        if (!asked || scene.heard().pick().isPresent()) {
            return Optional.empty();
        }
        MessageText heard = scene.heard();
        boolean nothing = NOTHING.matcher(heard.plain()).matches()
                || YesNo.read(heard.text()).isPresent();
        return nothing ? Optional.of(skipped(scene)) : ticket(scene).flatMap(ticket -> explained(scene, ticket));
    }

    /** Nothing was said to it, or that there is nothing to say. */
    static Decision skipped(TurnContext scene) {
        return Decision.of(scene, Ending.RATING_SKIPPED, Part.say("rating.skipped"))
                .state(State::expectingNothing);
    }

    /** No question, no set phrase, and no report of something else. */
    private static Optional<Decision> explained(TurnContext scene, Ticket ticket) {
        MessageText heard = scene.heard();
        boolean words = heard.plain().codePoints().anyMatch(Character::isLetter);
        boolean other = heard.asks()
                || DialogueActResponder.phrase(heard)
                || ReportStartResponder.elsewhere(scene, ticket.category());
        Optional<Rating> rating = ticket.rating();
        return words && !other && rating.isPresent()
                ? Optional.of(Decision.of(
                                scene,
                                Ending.RATING_EXPLAINED,
                                Part.say("rating.explained", new Arg.Code(ticket.code())))
                        .command(new Command.Rate(ticket.code(), rating.get(), heard.text()))
                        .state(State::expectingNothing)
                        .about(ticket.code()))
                : Optional.empty();
    }

    private static Optional<Ticket> ticket(TurnContext scene) {
        return scene.state()
                .expected()
                .flatMap(expected -> TicketCode.parse(expected.code()))
                .flatMap(code -> RatingResponder.granted(scene, code));
    }

    /** The question is asked once: after any other turn, words are not taken for its answer. */
    static Decision lapsing(TurnContext scene, Decision decision) {
        boolean left = scene.expects(What.RATING_REASON)
                && decision.ending() != Ending.RATED
                && decision.after().state().expected().equals(scene.state().expected());
        return left ? decision.state(State::expectingNothing) : decision;
    }
}
