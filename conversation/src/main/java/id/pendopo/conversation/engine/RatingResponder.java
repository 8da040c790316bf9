package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Grants;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TurnContext;
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
import java.util.stream.IntStream;

/** How content a citizen is with a closed ticket: by button, by a digit when asked, or by NILAI at any time. */
final class RatingResponder implements Responder {

    /** After a day, what could be meant otherwise is not taken for an answer to the question any more. */
    private static final Duration FRESH = Duration.ofDays(1);

    @Override
    public Optional<Decision> respond(TurnContext scene) {
        return picked(scene).or(() -> commanded(scene)).or(() -> answered(scene));
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
    static Decision asking(TurnContext scene, Ticket ticket, Decision solved) {
        boolean asked = ticket.rating().isPresent() || scene.conversation().floor() == Floor.AGENT;
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

    private static Optional<Decision> picked(TurnContext scene) {
        return scene.heard().pickedAfter(ChoiceIds.RATE).flatMap(picked -> {
            String[] parts = picked.split(":", 2);
            Optional<Ticket> ticket = TicketCode.parse(parts[0]).flatMap(code -> granted(scene, code));
            Optional<Rating> rating = Rating.read(parts.length == 2 ? parts[1] : "");
            return ticket.isPresent() && rating.isPresent()
                    ? Optional.of(rated(scene, ticket.get(), rating.get(), ""))
                    : Optional.empty();
        });
    }

    private static Optional<Decision> commanded(TurnContext scene) {
        boolean beside = scene.conversation().floor() == Floor.AGENT
                || scene.draft().filter(draft -> !draft.paused()).isPresent();
        if (scene.heard().pick().isPresent()) {
            return Optional.empty();
        }
        return RateCommand.read(scene.heard().text())
                .filter(command -> !beside || command.exact() && command.code().isPresent())
                .flatMap(command -> commanded(scene, command));
    }

    private static Optional<Decision> commanded(TurnContext scene, RateCommand command) {
        if (command.code().isPresent()) {
            return granted(scene, command.code().get())
                    .map(ticket -> said(scene, ticket, command))
                    .or(() -> scene.facts().named().map(named -> StatusAnswers.shown(scene, named)));
        }
        if (command.miscoded()) {
            return Optional.of(StatusAnswers.mistyped(scene, command.digits()));
        }
        boolean score = RatingParser.read(command.score()).isPresent() || RatingParser.nearly(command.score());
        boolean remarked = !command.remark().isEmpty() && !scene.expects(What.RATING);
        if (!command.rest().isEmpty() && (!score || remarked)) {
            return Optional.empty();
        }
        return Optional.of(
                meant(scene).map(ticket -> said(scene, ticket, command)).orElseGet(() -> which(scene)));
    }

    /** The ticket that was spoken of last, or else the newest one. */
    private static Optional<Ticket> meant(TurnContext scene) {
        Optional<TicketCode> spokenOf = scene.state().expected().flatMap(expected -> TicketCode.parse(expected.code()));
        return spokenOf.isPresent()
                ? spokenOf.flatMap(code -> granted(scene, code))
                : scene.facts().latest();
    }

    private static Decision which(TurnContext scene) {
        return Decision.of(scene, Ending.RATING_WHICH, Part.say("rating.which"))
                .state(state -> state.expecting(What.CODE, ""));
    }

    private static Decision said(TurnContext scene, Ticket ticket, RateCommand command) {
        if (command.rest().isEmpty() && !ticket.status().active()) {
            return waiting(Decision.of(scene, Ending.RATING_ASKED, question(ticket.code())), ticket.code());
        }
        return RatingParser.read(command.score())
                .map(rating -> rated(scene, ticket, rating, command.remark()))
                .orElseGet(() -> refused(scene, ticket));
    }

    private static Optional<Decision> answered(TurnContext scene) {
        boolean asked = scene.expects(What.RATING) && scene.conversation().floor() != Floor.AGENT;
        if (!asked || scene.heard().pick().isPresent()) {
            return Optional.empty();
        }
        String text = scene.heard().text();
        return meant(scene)
                .flatMap(ticket -> RatingParser.read(text)
                        .map(rating -> rated(scene, ticket, rating, ""))
                        .or(() -> RatingParser.nearly(text) && fresh(scene)
                                ? Optional.of(refused(scene, ticket))
                                : Optional.empty()));
    }

    static boolean fresh(TurnContext scene) {
        return scene.state()
                .touched()
                .filter(before -> Duration.between(before, scene.now()).compareTo(FRESH) < 0)
                .isPresent();
    }

    private static Decision refused(TurnContext scene, Ticket ticket) {
        if (ticket.status().active()) {
            return early(scene, ticket);
        }
        return waiting(Decision.of(scene, Ending.RATING_REFUSED, Part.say("rating.refused")), ticket.code());
    }

    private static Decision early(TurnContext scene, Ticket ticket) {
        return Decision.of(scene, Ending.RATING_EARLY, Part.say("rating.early", new Arg.Code(ticket.code())))
                .state(State::expectingNothing)
                .about(ticket.code());
    }

    private static Decision rated(TurnContext scene, Ticket ticket, Rating rating, String remark) {
        if (ticket.status().active()) {
            return early(scene, ticket);
        }
        TicketCode code = ticket.code();
        boolean beside =
                scene.conversation().floor() == Floor.AGENT || scene.draft().isPresent();
        boolean asks = remark.isEmpty() && !beside;
        List<Part> parts = new ArrayList<>(List.of(Part.say(
                "rated", new Arg.Count(rating.score()), new Arg.Term("rating." + rating.score()), new Arg.Code(code))));
        if (asks) {
            parts.add(Part.say("rating.why"));
        }
        Decision decision = Decision.of(scene, Ending.RATED, parts).command(new Command.Rate(code, rating, remark));
        return decision.state(
                        state -> asks ? state.expecting(What.RATING_REASON, code.digits()) : state.expectingNothing())
                .about(code);
    }

    /** The ticket, if it is the sender's to change. */
    static Optional<Ticket> granted(TurnContext scene, TicketCode code) {
        Facts facts = scene.facts();
        return facts.named()
                .flatMap(Facts.Named::ticket)
                .filter(ticket -> ticket.code().equals(code))
                .or(() -> facts.latest().filter(ticket -> ticket.code().equals(code)))
                .filter(ticket -> Grants.change(scene.conversation(), facts, code));
    }
}
