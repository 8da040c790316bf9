package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Confidence;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Grants;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.tracking.StatusAnswers;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.knowledge.PhraseMatches;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.util.Optional;
import java.util.Set;

/** Responds to follow-ups about a ticket that exists: solved or not, more information, reopen it. */
final class FollowUpResponder implements Responder {

    private final StatusAnswers status = new StatusAnswers();

    @Override
    public Set<Need> needs(Hearing hearing) {
        return hearing.worded()
                ? Set.of(Need.Plain.OWN_TICKETS, Need.Plain.NAMED_TICKET, Need.Plain.FOLLOW_UP, Need.Plain.ANSWERS)
                : Set.of(Need.Plain.OWN_TICKETS, Need.Plain.NAMED_TICKET);
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        return ClosingAnswers.picked(context)
                .or(() -> expected(context))
                .or(() -> addition(context))
                .or(() -> reopening(context))
                .or(() -> file(context))
                .or(() -> learned(context));
    }

    /** What somebody who has a ticket says about it without any of these words. */
    private Optional<Decision> learned(TurnContext context) {
        Optional<Ticket> open = context.facts().open().stream().findFirst();
        Facts.FollowUp act = act(context);
        boolean about = context.state().expected().isEmpty()
                && context.heard().pick().isEmpty()
                && context.heard().words() > 1
                && context.draft().isEmpty()
                && (context.facts().found().isEmpty() || solves(context));
        if (!about || open.isEmpty() && act != Facts.FollowUp.STATUS) {
            return Optional.empty();
        }
        return switch (act) {
            case STATUS, ANGRY -> Optional.of(status.mine(context));
            case ADDED, UNSOLVED ->
                open.filter(ticket -> ofTheSame(context, ticket, act))
                        .map(ticket ->
                                added(context, ticket.code(), context.heard().text()));
            case SOLVED -> open.map(ticket -> noted(context, ticket.code(), Ending.SOLVED, "solved.noted"));
            case WITHDRAWN ->
                open.map(ticket -> noted(context, ticket.code(), Ending.INFORMATION_ADDED, "withdrawn.noted"));
            case THANKS -> Optional.of(Decision.of(context, Ending.THANKED, Part.say("thanked")));
            case OTHER -> Optional.empty();
        };
    }

    /** Who names the report that they made tells more of it, if nothing else. */
    private static Facts.FollowUp act(TurnContext context) {
        Facts.FollowUp act = context.facts().follows(Confidence.FOLLOW_UP);
        if (act == Facts.FollowUp.OTHER && asksWithoutAMatter(context)) {
            return Facts.FollowUp.STATUS;
        }
        boolean more = act == Facts.FollowUp.OTHER
                && context.heard().says(Said.REPORT_PAST)
                && !context.heard().asks();
        return more ? Facts.FollowUp.ADDED : act;
    }

    /** Surely says that it is solved, whatever an article makes of the words. */
    private static boolean solves(TurnContext context) {
        return context.facts().follows(Confidence.SURELY_ADDED) == Facts.FollowUp.SOLVED
                && !context.heard().asks();
    }

    private static boolean asksWithoutAMatter(TurnContext context) {
        return context.conversation().floor() == Floor.BOT
                && context.facts().follows(Confidence.STATUS) == Facts.FollowUp.STATUS
                && !context.heard().somewhere()
                && context.facts().likely(Confidence.OTHER_CATEGORY).isEmpty();
    }

    /**
     * Whether it is more of that ticket: surely, by naming it, or because it is no report. A matter of another kind that is told
     * too, or with a place of its own, is another one.
     */
    private static boolean ofTheSame(TurnContext context, Ticket ticket, Facts.FollowUp act) {
        boolean other = (context.heard().says(Said.ANOTHER) || context.heard().somewhere())
                && context.facts()
                        .likely(Confidence.OTHER_CATEGORY)
                        .filter(category -> !category.key().equals(ticket.category()))
                        .isPresent();
        return !other
                && (context.heard().says(Said.REPORT_PAST)
                        || context.facts().follows(Confidence.SURELY_ADDED) == act
                        || !ReportStartResponder.elsewhere(context, ticket.category()));
    }

    /** The agent reads it in the ticket, and closes it. */
    private static Decision noted(TurnContext context, TicketCode code, Ending ending, String key) {
        return Decision.of(context, ending, Part.say(key, new Arg.Code(code)))
                .command(new Command.Add(code, context.heard().text()))
                .about(code);
    }

    /** The answer to whether a ticket is solved, by its choice, and to what is still wrong. */
    static Optional<Decision> settled(TurnContext context) {
        return ClosingAnswers.picked(context)
                .or(() -> context.expects(What.REASON) ? expected(context) : Optional.empty());
    }

    private static Optional<Decision> expected(TurnContext context) {
        if (context.state().expected().isEmpty() || context.heard().pick().isPresent()) {
            return Optional.empty();
        }
        Expected expected = context.state().expected().get();
        Optional<TicketCode> code = TicketCode.parse(expected.code());
        return switch (expected.what()) {
            case CLOSING -> code.flatMap(closed -> ClosingAnswers.given(context, closed));
            case REASON, INFORMATION ->
                code.filter(open -> spoken(context)).map(open -> added(context, open, said(context)));
            case RATING, RATING_REASON, PROOF, PROVED, CODE, RECORDING, RESUME, MOVED -> Optional.empty();
        };
    }

    private static Optional<Decision> addition(TurnContext context) {
        PhraseMatches said = context.heard().said();
        if (said.leads(Said.TICKET_ADD) == 0 || said.leads(Said.TICKET_ADD_OTHER) > 0) {
            return Optional.empty();
        }
        Optional<Decision> unproved = unproved(context);
        if (unproved.isPresent()) {
            return unproved;
        }
        Optional<TicketCode> code = meant(context)
                .or(() -> context.facts().open().stream().findFirst())
                .map(Ticket::code);
        if (code.isEmpty()) {
            return context.facts().found().isEmpty()
                    ? Optional.of(Decision.of(context, Ending.NO_TICKET, Part.say("ticket.none")))
                    : Optional.empty();
        }
        String text = said.behind(Said.TICKET_ADD).strip();
        return Optional.of(text.isEmpty() ? ask(context, code.get()) : added(context, code.get(), text));
    }

    private static Optional<Decision> reopening(TurnContext context) {
        if (!context.heard().says(Said.TICKET_REOPEN) || context.heard().words() > 12) {
            return Optional.empty();
        }
        Optional<Decision> unproved = unproved(context);
        if (unproved.isPresent()) {
            return unproved;
        }
        Optional<Ticket> latest = meant(context).or(context.facts()::latest);
        if (latest.isEmpty()) {
            return Optional.of(Decision.of(context, Ending.NO_TICKET, Part.say("ticket.none")));
        }
        TicketCode code = latest.get().code();
        return switch (latest.get().status()) {
            case NEW, OPEN, WAITING_ON_CITIZEN ->
                Optional.of(added(context, code, context.heard().text()));
            case CLOSED, CONFIRMED ->
                Optional.of(Decision.of(context, Ending.REOPENED, Part.say("reopened", new Arg.Code(code)))
                        .command(new Command.Reopen(code, context.heard().text()))
                        .state(State::expectingNothing)
                        .about(code));
        };
    }

    private static Optional<Decision> file(TurnContext context) {
        boolean fileAlone = !context.message().attachments().isEmpty()
                && context.heard().text().isBlank();
        return fileAlone
                ? context.facts().open().stream().findFirst().map(ticket -> added(context, ticket.code(), "📎"))
                : Optional.empty();
    }

    private static Decision ask(TurnContext context, TicketCode code) {
        return Decision.of(context, Ending.INFORMATION_ASKED, Part.say("information.asked", new Arg.Code(code)))
                .state(state -> state.expecting(What.INFORMATION, code.digits()))
                .about(code);
    }

    private static Decision added(TurnContext context, TicketCode code, String text) {
        return Decision.of(context, Ending.INFORMATION_ADDED, Part.say("information.added", new Arg.Code(code)))
                .command(new Command.Add(code, text))
                .state(State::expectingNothing)
                .about(code);
    }

    /** The ticket whose code was typed, or that was proved before; never one that is not the sender's to change. */
    private static Optional<Ticket> meant(TurnContext context) {
        return context.facts()
                .named()
                .filter(named -> typed(context, named) || context.expects(What.PROVED))
                .filter(named -> Grants.change(context.conversation(), context.facts(), named.code()))
                .flatMap(Facts.Named::ticket);
    }

    /** Somebody else's ticket shows its state and asks for the digits; nothing is written into it. */
    private static Optional<Decision> unproved(TurnContext context) {
        return context.facts()
                .named()
                .filter(named -> named.ticket().isPresent() && typed(context, named))
                .filter(named -> !Grants.change(context.conversation(), context.facts(), named.code()))
                .map(named -> StatusAnswers.shown(context, named));
    }

    private static boolean typed(TurnContext context, Facts.Named named) {
        return context.heard()
                .text()
                .replaceAll("\\D", "")
                .contains(named.code().digits());
    }

    private static boolean spoken(TurnContext context) {
        return !context.heard().text().isBlank()
                || !context.message().attachments().isEmpty();
    }

    private static String said(TurnContext context) {
        return context.heard().text().isBlank() ? "📎" : context.heard().text();
    }
}
