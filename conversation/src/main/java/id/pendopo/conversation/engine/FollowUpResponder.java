package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Grants;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Validator.YesNo;
import id.pendopo.conversation.understanding.ChoiceIds;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketStatus;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a citizen says about a ticket that exists: solved or not, more information, take it up again. */
final class FollowUpResponder implements Responder {

    private static final Pattern SOLVED = Pattern.compile(
            "^(?:(?:ya|iya|yes) )?(?:1|sudah|udah|sdh|selesai|sudah selesai|beres|sudah beres|solved|done|fixed)"
                    + "(?: .{0,30})?$");
    private static final Pattern UNSOLVED =
            Pattern.compile("^(?:2|belum|blm|blom|masih|not yet|not solved|still)(?: (?<reason>.+))?$");
    private static final Pattern ADDITION = Pattern.compile(
            "^(?:tambah(?:kan|an)?(?: info(?:rmasi)?)?|info tambahan|add(?: info(?:rmation)?)?)\\b[\\s:,.-]*(?<more>.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern REOPENING = Pattern.compile(
            "\\b(?:buka lagi|buka kembali|dibuka lagi|reopen|open again|belum selesai|belum beres|blm selesai|blm beres)\\b");

    @Override
    public Optional<Decision> respond(TurnContext scene) {
        return picked(scene)
                .or(() -> expected(scene))
                .or(() -> addition(scene))
                .or(() -> reopening(scene))
                .or(() -> file(scene));
    }

    /** The answer to whether a ticket is solved, by its choice, and to what is still wrong. */
    static Optional<Decision> settled(TurnContext scene) {
        return picked(scene).or(() -> scene.expects(What.REASON) ? expected(scene) : Optional.empty());
    }

    private static Optional<Decision> picked(TurnContext scene) {
        MessageText heard = scene.heard();
        return heard.pickedAfter(ChoiceIds.SOLVED)
                .flatMap(TicketCode::parse)
                .filter(code -> own(scene, code))
                .flatMap(code -> solved(scene, code))
                .or(() -> heard.pickedAfter(ChoiceIds.UNSOLVED)
                        .flatMap(TicketCode::parse)
                        .filter(code -> own(scene, code))
                        .flatMap(code -> unsolved(scene, code, "")));
    }

    private static Optional<Decision> expected(TurnContext scene) {
        if (scene.state().expected().isEmpty() || scene.heard().pick().isPresent()) {
            return Optional.empty();
        }
        Expected expected = scene.state().expected().get();
        Optional<TicketCode> code = TicketCode.parse(expected.code());
        return switch (expected.what()) {
            case CLOSING -> code.flatMap(closed -> closing(scene, closed));
            case REASON, INFORMATION -> code.filter(open -> spoken(scene)).map(open -> added(scene, open, said(scene)));
            case RATING, RATING_REASON, PROOF, PROVED, CODE, RESUME, MOVED -> Optional.empty();
        };
    }

    private static Optional<Decision> closing(TurnContext scene, TicketCode code) {
        MessageText heard = scene.heard();
        Matcher still = UNSOLVED.matcher(heard.plain());
        if (still.matches()) {
            return unsolved(
                    scene,
                    code,
                    Optional.ofNullable(still.group("reason"))
                            .map(reason -> heard.text())
                            .orElse(""));
        }
        Optional<Boolean> answer = YesNo.read(heard.text());
        if (heard.says(SOLVED) || answer.equals(Optional.of(true))) {
            return solved(scene, code);
        }
        return answer.isPresent() ? unsolved(scene, code, "") : Optional.empty();
    }

    private static Optional<Decision> solved(TurnContext scene, TicketCode code) {
        return closed(scene, code).map(ticket -> {
            Decision solved = Decision.of(scene, Ending.SOLVED, Part.say("solved"))
                    .command(new Command.ConfirmSolved(code))
                    .state(State::expectingNothing)
                    .about(code);
            return RatingResponder.asking(scene, ticket, solved);
        });
    }

    private static Optional<Decision> unsolved(TurnContext scene, TicketCode code, String reason) {
        if (closed(scene, code).isEmpty()) {
            return Optional.empty();
        }
        Command deny = new Command.DenySolved(code, reason);
        Decision decision = reason.isBlank()
                ? Decision.of(scene, Ending.NOT_SOLVED_WHY, Part.say("unsolved.why"))
                        .state(state -> state.expecting(What.REASON, code.digits()))
                : Decision.of(scene, Ending.NOT_SOLVED, Part.say("unsolved", new Arg.Code(code)))
                        .state(State::expectingNothing);
        return Optional.of(decision.command(deny).about(code));
    }

    private static Optional<Decision> addition(TurnContext scene) {
        Matcher more = ADDITION.matcher(scene.heard().text());
        if (!more.matches() || scene.heard().plain().matches("tambah (?:daya|anggota|anak|nama|jiwa).*")) {
            return Optional.empty();
        }
        Optional<Decision> unproved = unproved(scene);
        if (unproved.isPresent()) {
            return unproved;
        }
        Optional<TicketCode> code =
                meant(scene).or(() -> scene.facts().open().stream().findFirst()).map(Ticket::code);
        if (code.isEmpty()) {
            return scene.facts().found().isEmpty()
                    ? Optional.of(Decision.of(scene, Ending.NO_TICKET, Part.say("ticket.none")))
                    : Optional.empty();
        }
        String text = more.group("more").strip();
        return Optional.of(text.isEmpty() ? ask(scene, code.get()) : added(scene, code.get(), text));
    }

    private static Optional<Decision> reopening(TurnContext scene) {
        if (!scene.heard().says(REOPENING) || scene.heard().words() > 12) {
            return Optional.empty();
        }
        Optional<Decision> unproved = unproved(scene);
        if (unproved.isPresent()) {
            return unproved;
        }
        Optional<Ticket> latest = meant(scene).or(scene.facts()::latest);
        if (latest.isEmpty()) {
            return Optional.of(Decision.of(scene, Ending.NO_TICKET, Part.say("ticket.none")));
        }
        TicketCode code = latest.get().code();
        return switch (latest.get().status()) {
            case NEW, OPEN, WAITING_ON_CITIZEN ->
                Optional.of(added(scene, code, scene.heard().text()));
            case CLOSED, CONFIRMED ->
                Optional.of(Decision.of(scene, Ending.REOPENED, Part.say("reopened", new Arg.Code(code)))
                        .command(new Command.Reopen(code, scene.heard().text()))
                        .state(State::expectingNothing)
                        .about(code));
        };
    }

    private static Optional<Decision> file(TurnContext scene) {
        boolean fileAlone =
                !scene.message().attachments().isEmpty() && scene.heard().text().isBlank();
        return fileAlone
                ? scene.facts().open().stream().findFirst().map(ticket -> added(scene, ticket.code(), "📎"))
                : Optional.empty();
    }

    private static Decision ask(TurnContext scene, TicketCode code) {
        return Decision.of(scene, Ending.INFORMATION_ASKED, Part.say("information.asked", new Arg.Code(code)))
                .state(state -> state.expecting(What.INFORMATION, code.digits()))
                .about(code);
    }

    private static Decision added(TurnContext scene, TicketCode code, String text) {
        return Decision.of(scene, Ending.INFORMATION_ADDED, Part.say("information.added", new Arg.Code(code)))
                .command(new Command.Add(code, text))
                .state(State::expectingNothing)
                .about(code);
    }

    /** A button names any code it likes; only the ticket's own citizen may press it. */
    private static boolean own(TurnContext scene, TicketCode code) {
        return scene.facts()
                .named()
                .filter(named -> named.code().equals(code) && named.sight() == Facts.Sight.FULL)
                .isPresent();
    }

    /** The ticket whose code was typed, or that was proved before; never one that is not the sender's to change. */
    private static Optional<Ticket> meant(TurnContext scene) {
        return scene.facts()
                .named()
                .filter(named -> typed(scene, named) || scene.expects(What.PROVED))
                .filter(named -> Grants.change(scene.conversation(), scene.facts(), named.code()))
                .flatMap(Facts.Named::ticket);
    }

    /** Somebody else's ticket shows its state and asks for the digits; nothing is written into it. */
    private static Optional<Decision> unproved(TurnContext scene) {
        return scene.facts()
                .named()
                .filter(named -> named.ticket().isPresent() && typed(scene, named))
                .filter(named -> !Grants.change(scene.conversation(), scene.facts(), named.code()))
                .map(named -> StatusAnswers.shown(scene, named));
    }

    private static boolean typed(TurnContext scene, Facts.Named named) {
        return scene.heard().text().replaceAll("\\D", "").contains(named.code().digits());
    }

    private static Optional<Ticket> closed(TurnContext scene, TicketCode code) {
        Optional<Ticket> named = scene.facts().named().flatMap(Facts.Named::ticket);
        return named.or(scene.facts()::latest)
                .filter(ticket -> ticket.code().equals(code))
                .filter(ticket -> ticket.status() == TicketStatus.CLOSED);
    }

    private static boolean spoken(TurnContext scene) {
        return !scene.heard().text().isBlank() || !scene.message().attachments().isEmpty();
    }

    private static String said(TurnContext scene) {
        return scene.heard().text().isBlank() ? "📎" : scene.heard().text();
    }
}
