package id.pendopo.conversation.engine;

import id.pendopo.conversation.engine.Expected.What;
import id.pendopo.conversation.engine.Facts.Named;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "STATUS", "STATUS 482 177 3021", a bare number, and the four digits that open the details of one. */
final class StatusAnswers {

    private static final Pattern ASKED =
            Pattern.compile("^(?:cek |lihat |check |lacak )?(?:status|tiket|ticket|lacak|track|cek)"
                    + "(?: (?:status|laporan|tiket|aduan|pengaduan|keluhan|report|ticket|complaint|no|nomor|number|saya|sy|aku|ku|my|of|"
                    + "dong|ya|gimana|nya|kode|code))*(?: [\\d ]+)?$"
                    + "|(?:gimana|gmn|bagaimana|kabar|sampai mana|sampe mana)(?: \\w+){0,3} (?:laporan|aduan|tiket|pengaduan)"
                    + "(?:ku| saya| sy| aku)|(?:laporan|aduan|tiket|pengaduan)(?:ku| saya| sy| aku)(?: \\w+){0,3} "
                    + "(?:gimana|gmn|bagaimana|sampai mana|sampe mana)");

    private static final Pattern NUMBER = Pattern.compile("\\d(?:[ .\\-]?\\d){4,}");
    private static final Pattern NUMBER_ALONE = Pattern.compile("\\d(?:[ .\\-]?\\d){7,}");

    Optional<Decision> respond(Scene scene) {
        if (scene.expects(What.PROOF) && scene.heard().plain().matches("\\d{4}")) {
            return scene.facts().named().map(named -> shown(scene, named));
        }
        boolean filling = scene.draft().filter(draft -> !draft.paused()).isPresent();
        boolean asked = scene.heard().says(ASKED);
        boolean alone =
                !filling && NUMBER_ALONE.matcher(scene.heard().text().strip()).matches();
        boolean given =
                scene.expects(What.CODE) && NUMBER.matcher(scene.heard().text()).find();
        if (!asked && !alone && !given) {
            return Optional.empty();
        }
        return Optional.of(
                scene.facts().named().map(named -> shown(scene, named)).orElseGet(() -> withoutCode(scene)));
    }

    /** The sender's own tickets, or a question for the number. */
    Decision mine(Scene scene) {
        List<Ticket> open = scene.facts().open();
        Optional<Ticket> one = open.isEmpty() ? scene.facts().latest() : Optional.of(open.getFirst());
        if (one.isEmpty()) {
            return Decision.of(scene, Ending.STATUS_NONE, Part.say("status.none"))
                    .state(state -> state.expecting(What.CODE, ""));
        }
        List<Part> parts = new ArrayList<>();
        List<Ticket> shown = open.isEmpty() ? List.of(one.get()) : open.subList(0, Math.min(3, open.size()));
        shown.forEach(ticket -> parts.addAll(own(ticket)));
        return closing(
                Decision.of(scene, Ending.STATUS_OWN, parts).about(one.get().code()), one.get());
    }

    private Decision withoutCode(Scene scene) {
        Matcher number = NUMBER.matcher(scene.heard().text());
        if (!number.find()) {
            return mine(scene);
        }
        int digits = number.group().replaceAll("\\D", "").length();
        Decision mistaken = digits == 10 || digits == 16
                ? Decision.of(scene, Ending.STATUS_MISTYPED, Part.say("status.mistyped"))
                : Decision.of(scene, Ending.STATUS_MISCOUNTED, Part.say("status.miscounted", new Arg.Count(digits)));
        return mistaken.state(state -> state.expecting(What.CODE, ""));
    }

    static Decision shown(Scene scene, Named named) {
        if (named.ticket().isEmpty()) {
            return Decision.of(scene, Ending.STATUS_UNKNOWN, Part.say("status.unknown", new Arg.Code(named.code())))
                    .state(state -> state.expecting(What.CODE, ""));
        }
        Ticket ticket = named.ticket().get();
        return switch (named.sight()) {
            case FULL ->
                proved(
                        scene,
                        ticket,
                        closing(
                                Decision.of(scene, Ending.STATUS_OWN, own(ticket))
                                        .about(ticket.code()),
                                ticket));
            case CODE_ONLY ->
                Decision.of(scene, Ending.STATUS_OTHER, other(ticket))
                        .state(state ->
                                state.expecting(What.PROOF, ticket.code().digits()));
            case REFUSED -> Decision.of(scene, Ending.PROOF_WRONG, Part.say("proof.wrong"));
            case LOCKED ->
                Decision.of(scene, Ending.PROOF_WRONG, Part.say("proof.locked")).state(State::expectingNothing);
        };
    }

    /** What is theirs elsewhere can be added to from here. */
    private static Decision proved(Scene scene, Ticket ticket, Decision decision) {
        boolean here = scene.facts().open().stream().anyMatch(own -> own.code().equals(ticket.code()));
        return ticket.status() == TicketStatus.CLOSED || here
                ? decision
                : decision.state(
                        state -> state.expecting(What.PROVED, ticket.code().digits()));
    }

    /** A closed ticket asks again whether it is solved. */
    private static Decision closing(Decision decision, Ticket ticket) {
        return ticket.status() == TicketStatus.CLOSED
                ? decision.state(
                        state -> state.expecting(What.CLOSING, ticket.code().digits()))
                : decision.state(State::expectingNothing);
    }

    private static List<Part> own(Ticket ticket) {
        List<Part> parts = new ArrayList<>();
        Arg code = new Arg.Code(ticket.code());
        Arg subject = new Arg.Excerpt(ticket.subject(), 40);
        parts.add(ticket.due()
                .map(due -> Part.say("status.own", code, subject, state(ticket), new Arg.Day(due, ticket.zone())))
                .orElseGet(() -> Part.say("status.own.closed", code, subject, state(ticket))));
        if (ticket.status() == TicketStatus.CLOSED) {
            parts.add(Part.say("closing.ask"));
        }
        return parts;
    }

    private static List<Part> other(Ticket ticket) {
        Arg code = new Arg.Code(ticket.code());
        return List.of(ticket.due()
                .map(due -> Part.say("status.other", code, state(ticket), new Arg.Day(due, ticket.zone())))
                .orElseGet(() -> Part.say("status.other.closed", code, state(ticket))));
    }

    private static Arg state(Ticket ticket) {
        return new Arg.Term("state." + ticket.status().name());
    }
}
