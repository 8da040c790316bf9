package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketStatus;
import java.util.Optional;

/** Responds to the answer to whether a closed ticket is solved: confirms it, or opens it again. */
final class ClosingAnswers {

    /** Characters. */
    private static final int LITTLE = 30;

    static Optional<Decision> picked(TurnContext context) {
        MessageText heard = context.heard();
        return heard.pickedAfter(ChoiceIds.SOLVED)
                .flatMap(TicketCode::parse)
                .filter(code -> own(context, code))
                .flatMap(code -> solved(context, code))
                .or(() -> heard.pickedAfter(ChoiceIds.UNSOLVED)
                        .flatMap(TicketCode::parse)
                        .filter(code -> own(context, code))
                        .flatMap(code -> unsolved(context, code, "")));
    }

    /** What is said to whether a ticket is solved. */
    static Optional<Decision> given(TurnContext context, TicketCode code) {
        MessageText heard = context.heard();
        if (heard.said().leads(Said.UNSOLVED) > 0) {
            return unsolved(context, code, heard.is(Said.UNSOLVED) ? "" : heard.text());
        }
        Optional<Boolean> answer = heard.yes();
        if (settles(heard) || answer.equals(Optional.of(true))) {
            return solved(context, code);
        }
        return answer.isPresent() ? unsolved(context, code, "") : learned(context, code);
    }

    /** The same in any other words. */
    private static Optional<Decision> learned(TurnContext context, TicketCode code) {
        return switch (context.facts().follows(Confidence.FOLLOW_UP)) {
            case SOLVED, THANKS -> solved(context, code);
            case UNSOLVED, ANGRY -> unsolved(context, code, context.heard().text());
            case STATUS, ADDED, WITHDRAWN, OTHER -> Optional.empty();
        };
    }

    /** "Sudah", with little behind it. */
    private static boolean settles(MessageText heard) {
        String behind = MessageText.plain(heard.said().behind(Said.SOLVED));
        return heard.said().leads(Said.SOLVED) > 0 && behind.length() <= LITTLE;
    }

    private static Optional<Decision> solved(TurnContext context, TicketCode code) {
        return closed(context, code).map(ticket -> {
            Decision solved = Decision.of(context, Ending.SOLVED, Part.say("solved"))
                    .command(new Command.ConfirmSolved(code))
                    .state(State::expectingNothing)
                    .about(code);
            return RatingResponder.asking(context, ticket, solved);
        });
    }

    private static Optional<Decision> unsolved(TurnContext context, TicketCode code, String reason) {
        if (closed(context, code).isEmpty()) {
            return Optional.empty();
        }
        Command deny = new Command.DenySolved(code, reason);
        Decision decision = reason.isBlank()
                ? Decision.of(context, Ending.NOT_SOLVED_WHY, Part.say("unsolved.why"))
                        .state(state -> state.expecting(What.REASON, code.digits()))
                : Decision.of(context, Ending.NOT_SOLVED, Part.say("unsolved", new Arg.Code(code)))
                        .state(State::expectingNothing);
        return Optional.of(decision.command(deny).about(code));
    }

    /** A button names any code it likes; only the ticket's own citizen may press it. */
    private static boolean own(TurnContext context, TicketCode code) {
        return context.facts()
                .named()
                .filter(named -> named.code().equals(code) && named.sight() == Facts.Sight.FULL)
                .isPresent();
    }

    private static Optional<Ticket> closed(TurnContext context, TicketCode code) {
        Optional<Ticket> named = context.facts().named().flatMap(Facts.Named::ticket);
        return named.or(context.facts()::latest)
                .filter(ticket -> ticket.code().equals(code))
                .filter(ticket -> ticket.status() == TicketStatus.CLOSED);
    }

    private ClosingAnswers() {}
}
