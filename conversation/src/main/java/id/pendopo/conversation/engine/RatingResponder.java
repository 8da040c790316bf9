package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
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
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.RateCommand;
import id.pendopo.conversation.understanding.RatingParser;
import id.pendopo.ticketing.Rating;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Responds to a rating of a closed ticket (CSAT): by button, by a digit when asked, or by NILAI at any time. */
final class RatingResponder implements Responder {

    /** After a day, what could be meant otherwise is not taken for an answer to the question any more. */
    private static final Duration FRESH = Duration.ofDays(1);

    @Override
    public Set<Need> needs(Hearing hearing) {
        return Set.of(Need.Plain.OWN_TICKETS, Need.Plain.NAMED_TICKET);
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        return picked(context).or(() -> commanded(context)).or(() -> answered(context));
    }

    /** The question and its buttons; on a line that pays by the segment the text names the digits. */
    private static List<Part> question(TicketCode code) {
        return List.of(
                Part.say("rating.ask"),
                Part.named(IntStream.rangeClosed(Rating.WORST, Rating.BEST)
                        .mapToObj(score -> Part.option(ChoiceIds.RATE + code.digits() + ":" + score, "rating." + score))
                        .toArray(Part.Option[]::new)));
    }

    /** Asks after a citizen said that a ticket is solved; not between the words of an agent, nor a second time. */
    static Decision asking(TurnContext context, Ticket ticket, Decision solved) {
        boolean asked = ticket.rating().isPresent() || context.conversation().floor() == Floor.AGENT;
        if (asked) {
            return solved;
        }
        Decision asking = solved;
        for (Part part : question(ticket.code())) {
            asking = asking.followed(part);
        }
        return waiting(asking, ticket.code());
    }

    private static Decision waiting(Decision asking, TicketCode code) {
        return asking.state(state -> state.expecting(What.RATING, code.digits()))
                .about(code);
    }

    private static Optional<Decision> picked(TurnContext context) {
        return context.heard().pickedAfter(ChoiceIds.RATE).flatMap(picked -> {
            String[] parts = picked.split(":", 2);
            Optional<Ticket> ticket = TicketCode.parse(parts[0]).flatMap(code -> granted(context, code));
            Optional<Rating> rating = Rating.read(parts.length == 2 ? parts[1] : "");
            return ticket.isPresent() && rating.isPresent()
                    ? Optional.of(rated(context, ticket.get(), rating.get(), ""))
                    : Optional.empty();
        });
    }

    private static Optional<Decision> commanded(TurnContext context) {
        boolean beside = context.conversation().floor() == Floor.AGENT
                || context.draft().filter(draft -> !draft.paused()).isPresent();
        if (context.heard().pick().isPresent()) {
            return Optional.empty();
        }
        return context.heard()
                .phrasebook()
                .rateCommands()
                .read(context.heard().text())
                .filter(command -> !beside || command.exact() && command.code().isPresent())
                .flatMap(command -> commanded(context, command));
    }

    private static Optional<Decision> commanded(TurnContext context, RateCommand command) {
        if (command.code().isPresent()) {
            return granted(context, command.code().get())
                    .map(ticket -> said(context, ticket, command))
                    .or(() -> context.facts().named().map(named -> StatusAnswers.shown(context, named)));
        }
        if (command.miscoded()) {
            return Optional.of(StatusAnswers.mistyped(context, command.digits()));
        }
        RatingParser ratings = context.heard().phrasebook().ratings();
        boolean score = ratings.read(command.score()).isPresent() || ratings.nearly(command.score());
        boolean remarked = !command.remark().isEmpty() && !context.expects(What.RATING);
        if (!command.rest().isEmpty() && (!score || remarked)) {
            return Optional.empty();
        }
        return Optional.of(
                meant(context).map(ticket -> said(context, ticket, command)).orElseGet(() -> which(context)));
    }

    /** The ticket that was spoken of last, or else the newest one. */
    private static Optional<Ticket> meant(TurnContext context) {
        Optional<TicketCode> spokenOf =
                context.state().expected().flatMap(expected -> TicketCode.parse(expected.code()));
        return spokenOf.isPresent()
                ? spokenOf.flatMap(code -> granted(context, code))
                : context.facts().latest();
    }

    private static Decision which(TurnContext context) {
        return Decision.of(context, Ending.RATING_WHICH, Part.say("rating.which"))
                .state(state -> state.expecting(What.CODE, ""));
    }

    private static Decision said(TurnContext context, Ticket ticket, RateCommand command) {
        if (command.rest().isEmpty() && !ticket.status().active()) {
            return waiting(Decision.of(context, Ending.RATING_ASKED, question(ticket.code())), ticket.code());
        }
        return context.heard()
                .phrasebook()
                .ratings()
                .read(command.score())
                .map(rating -> rated(context, ticket, rating, command.remark()))
                .orElseGet(() -> refused(context, ticket));
    }

    private static Optional<Decision> answered(TurnContext context) {
        boolean asked = context.expects(What.RATING) && context.conversation().floor() != Floor.AGENT;
        if (!asked || context.heard().pick().isPresent()) {
            return Optional.empty();
        }
        String text = context.heard().text();
        RatingParser ratings = context.heard().phrasebook().ratings();
        return meant(context)
                .flatMap(ticket -> ratings.read(text)
                        .map(rating -> rated(context, ticket, rating, ""))
                        .or(() -> ratings.nearly(text) && fresh(context)
                                ? Optional.of(refused(context, ticket))
                                : Optional.empty()));
    }

    static boolean fresh(TurnContext context) {
        return context.state()
                .touched()
                .filter(before -> Duration.between(before, context.now()).compareTo(FRESH) < 0)
                .isPresent();
    }

    private static Decision refused(TurnContext context, Ticket ticket) {
        if (ticket.status().active()) {
            return early(context, ticket);
        }
        return waiting(Decision.of(context, Ending.RATING_REFUSED, Part.say("rating.refused")), ticket.code());
    }

    private static Decision early(TurnContext context, Ticket ticket) {
        return Decision.of(context, Ending.RATING_EARLY, Part.say("rating.early", new Arg.Code(ticket.code())))
                .state(State::expectingNothing)
                .about(ticket.code());
    }

    private static Decision rated(TurnContext context, Ticket ticket, Rating rating, String remark) {
        if (ticket.status().active()) {
            return early(context, ticket);
        }
        TicketCode code = ticket.code();
        boolean beside =
                context.conversation().floor() == Floor.AGENT || context.draft().isPresent();
        boolean asks = remark.isEmpty() && !beside;
        List<Part> parts = new ArrayList<>(List.of(Part.say(
                "rated", new Arg.Count(rating.score()), new Arg.Term("rating." + rating.score()), new Arg.Code(code))));
        if (asks) {
            parts.add(Part.say("rating.why"));
        }
        Decision decision = Decision.of(context, Ending.RATED, parts).command(new Command.Rate(code, rating, remark));
        return decision.state(
                        state -> asks ? state.expecting(What.RATING_REASON, code.digits()) : state.expectingNothing())
                .about(code);
    }

    /** The ticket, if it is the sender's to change. */
    static Optional<Ticket> granted(TurnContext context, TicketCode code) {
        Facts facts = context.facts();
        return facts.named()
                .flatMap(Facts.Named::ticket)
                .filter(ticket -> ticket.code().equals(code))
                .or(() -> facts.latest().filter(ticket -> ticket.code().equals(code)))
                .filter(ticket -> Grants.change(context.conversation(), facts, code));
    }
}
