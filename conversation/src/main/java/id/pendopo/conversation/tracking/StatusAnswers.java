package id.pendopo.conversation.tracking;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Facts.Named;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.Transfer;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers status queries: "STATUS", "STATUS 482 177 3021", a bare number, and the four digits that open the details of
 * one.
 */
public final class StatusAnswers {

    /** For whoever tells of tickets. */
    public StatusAnswers() {}

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d[\\d ]{8}");
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[ .\\-]?\\d){4,}+");
    private static final Pattern NUMBER_ALONE = Pattern.compile("\\d(?:[ .\\-]?\\d){7,}+");

    public Optional<Decision> respond(TurnContext context) {
        if (context.expects(What.PROOF) && context.heard().plain().matches("\\d{4}|\\d{3} ?\\d{3}")) {
            return context.facts().named().map(named -> shown(context, named));
        }
        if (asksForACode(context.hearing())) {
            return sent(context);
        }
        boolean filling = context.draft().filter(draft -> !draft.paused()).isPresent();
        boolean asked = asked(context.heard());
        boolean alone =
                !filling && NUMBER_ALONE.matcher(context.heard().text().strip()).matches();
        boolean given = context.expects(What.CODE)
                && NUMBER.matcher(context.heard().text()).find();
        if (!asked && !alone && !given) {
            return Optional.empty();
        }
        return Optional.of(
                context.facts().named().map(named -> shown(context, named)).orElseGet(() -> withoutCode(context)));
    }

    private static boolean asked(MessageText heard) {
        return heard.says(Said.STATUS_ASKED) || goesOn(heard);
    }

    /** "Lanjut" and a number that may be a ticket's. */
    private static boolean goesOn(MessageText heard) {
        return heard.is(Said.STATUS_GO_ON) && LONG_NUMBER.matcher(heard.plain()).find();
    }

    /** Whether a code is wanted that proves a ticket, by its word or its button. */
    public static boolean asksForACode(Hearing hearing) {
        boolean proving = hearing.conversation()
                .state()
                .expected()
                .filter(expected -> expected.what() == What.PROOF)
                .isPresent();
        return hearing.heard().pickedAfter(ChoiceIds.CODE).isPresent()
                || proving && hearing.heard().is(Said.STATUS_CODE);
    }

    /** A code goes to where the ticket came from; whether that can be reached is not told. */
    public Optional<Decision> sent(TurnContext context) {
        Optional<Transfer.Wanted> wanted = context.facts()
                .transfer()
                .filter(Transfer.Wanted.class::isInstance)
                .map(Transfer.Wanted.class::cast);
        return context.facts().named().map(named -> {
            if (named.ticket().isEmpty() || named.sight() == Facts.Sight.FULL || wanted.isEmpty()) {
                return shown(context, named);
            }
            Decision decision = wanted.get().allowed()
                    ? Decision.of(context, Ending.CODE_SENT, Part.say("code.sent"))
                            .command(new Command.SendCode(
                                    named.code(), wanted.get().code()))
                    : Decision.of(context, Ending.CODE_OFTEN, Part.say("code.often"));
            return decision.state(
                    state -> state.expecting(What.PROOF, named.code().digits()));
        });
    }

    /** The sender's own tickets, or a question for the number. */
    public Decision mine(TurnContext context) {
        List<Ticket> open = context.facts().open();
        Optional<Ticket> one = open.isEmpty() ? context.facts().latest() : Optional.of(open.getFirst());
        if (one.isEmpty()) {
            return Decision.of(context, Ending.STATUS_NONE, Part.say("status.none"))
                    .state(state -> state.expecting(What.CODE, ""));
        }
        List<Part> parts = new ArrayList<>();
        List<Ticket> shown = open.isEmpty() ? List.of(one.get()) : open.subList(0, Math.min(3, open.size()));
        shown.forEach(ticket -> parts.addAll(own(ticket)));
        return closing(
                Decision.of(context, Ending.STATUS_OWN, parts).about(one.get().code()), one.get());
    }

    private Decision withoutCode(TurnContext context) {
        Matcher number = NUMBER.matcher(context.heard().text());
        if (!number.find()) {
            return mine(context);
        }
        return mistyped(context, number.group().replaceAll("\\D", "").length());
    }

    /** A number that no ticket can have. */
    public static Decision mistyped(TurnContext context, int digits) {
        Decision mistaken = digits == 10 || digits == 16
                ? Decision.of(context, Ending.STATUS_MISTYPED, Part.say("status.mistyped"))
                : Decision.of(context, Ending.STATUS_MISCOUNTED, Part.say("status.miscounted", new Arg.Count(digits)));
        return mistaken.state(state -> state.expecting(What.CODE, ""));
    }

    public static Decision shown(TurnContext context, Named named) {
        if (named.ticket().isEmpty() && named.sight() == Facts.Sight.LOCKED) {
            return Decision.of(context, Ending.STATUS_UNKNOWN, Part.say("status.often"))
                    .state(State::expectingNothing);
        }
        if (named.ticket().isEmpty()) {
            return Decision.of(context, Ending.STATUS_UNKNOWN, Part.say("status.unknown", new Arg.Code(named.code())))
                    .state(state -> state.expecting(What.CODE, ""));
        }
        Ticket ticket = named.ticket().get();
        return switch (named.sight()) {
            case FULL ->
                TicketTransfer.ticket(context, ticket)
                        .or(() -> Optional.of(Decision.of(context, Ending.STATUS_OWN, own(ticket))))
                        .map(told -> proved(context, ticket, closing(told.about(ticket.code()), ticket)))
                        .orElseThrow();
            case CODE_ONLY -> proving(context, ticket, Ending.STATUS_OTHER, other(ticket));
            case REFUSED -> proving(context, ticket, Ending.PROOF_WRONG, Part.say("proof.wrong"));
            case LOCKED -> proving(context, ticket, Ending.PROOF_WRONG, Part.say("proof.locked"));
        };
    }

    /** Asks for the digits, or offers a code; on a telephone a choice would end with the first key, so that it is said. */
    private static Decision proving(TurnContext context, Ticket ticket, Ending ending, Part said) {
        String digits = ticket.code().digits();
        List<Part> parts = new ArrayList<>(List.of(said));
        if (!context.conversation().spoken()) {
            parts.add(Part.named(Part.option(ChoiceIds.CODE + digits, "option.code")));
        }
        return Decision.of(context, ending, parts).state(state -> state.expecting(What.PROOF, digits));
    }

    /** What is theirs elsewhere can be added to from here. */
    private static Decision proved(TurnContext context, Ticket ticket, Decision decision) {
        boolean here =
                context.facts().open().stream().anyMatch(own -> own.code().equals(ticket.code()));
        return ticket.status() == TicketStatus.CLOSED || here || nobodys(ticket)
                ? decision
                : decision.state(
                        state -> state.expecting(What.PROVED, ticket.code().digits()));
    }

    /** A closed ticket asks again whether it is solved. */
    private static Decision closing(Decision decision, Ticket ticket) {
        return ticket.status() == TicketStatus.CLOSED && !nobodys(ticket)
                ? decision.state(
                        state -> state.expecting(What.CLOSING, ticket.code().digits()))
                : decision.state(State::expectingNothing);
    }

    private static List<Part> own(Ticket ticket) {
        List<Part> parts = new ArrayList<>();
        Arg code = new Arg.Code(ticket.code());
        Arg subject = new Arg.Excerpt(ticket.subject(), 40);
        parts.add(ticket.promised()
                .map(due -> Part.say("status.own", code, subject, state(ticket), new Arg.Day(due, ticket.zone())))
                .orElseGet(() -> Part.say("status.own.closed", code, subject, state(ticket))));
        if (ticket.status() == TicketStatus.CLOSED && !nobodys(ticket)) {
            parts.add(Part.say("closing.ask"));
        }
        return parts;
    }

    /** Whose receipt is not remembered: nothing about it can be asked. */
    private static boolean nobodys(Ticket ticket) {
        return ticket.visibility() == Visibility.ANONYMOUS;
    }

    private static Part other(Ticket ticket) {
        Arg code = new Arg.Code(ticket.code());
        return ticket.promised()
                .map(due -> Part.say("status.other", code, state(ticket), new Arg.Day(due, ticket.zone())))
                .orElseGet(() -> Part.say("status.other.closed", code, state(ticket)));
    }

    public static Arg state(Ticket ticket) {
        return new Arg.Term("state." + ticket.status().name());
    }
}
