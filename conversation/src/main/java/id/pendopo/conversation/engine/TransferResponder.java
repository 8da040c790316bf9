package id.pendopo.conversation.engine;

import id.pendopo.channels.InboundMessage;
import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Passcode;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.Transfer;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.ticketing.Ticket;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was begun at one door goes on at another: PINDAH gives a code there, PINDAH and the code take it up here. */
final class TransferResponder implements Responder {

    private static final Pattern BARE = Pattern.compile("pindah|move|pindah saluran|switch channel|change channel");

    private static final Pattern NAMED = Pattern.compile(
            "(?:pindah(?:kan)?|lanjut(?:kan|in)?|move|continue|switch|go on)(?: (?:laporan|ini|this|report))?"
                    + " (?:di|ke|lewat|via|pakai|by|on|to|in) (?:the |web )?"
                    + "(?:sms|wa|whats ?app|telegram|tele|messenger|instagram|line|web|chat|website|situs|telepon|telpon|telp|"
                    + "phone|call|ussd|email|surel|saluran lain|tempat lain|nomor lain|hp lain|another channel|elsewhere)");

    private static final Pattern WITH_CODE = Pattern.compile("(?:pindah|move)(?: kode| code)? (\\d{3} ?\\d{3})");

    private static final Pattern LOOSELY =
            Pattern.compile("(?:(?:lanjut(?:kan)?|kode|continue|code)(?: kode| code)? )?(\\d{3} ?\\d{3})");

    private static final Set<What> ANSWERED = EnumSet.of(What.PROOF, What.INFORMATION, What.REASON, What.RATING_REASON);

    private final FormResponder reporting;

    TransferResponder(FormResponder reporting) {
        this.reporting = reporting;
    }

    /** Whether a code is asked for with which this conversation can go on at another door. */
    static boolean leaves(Conversation conversation, InboundMessage message) {
        String plain = MessageText.plain(message.text());
        State state = conversation.state();
        boolean bare = BARE.matcher(plain).matches() && state.draft().isPresent();
        return message.choice().isEmpty() && (bare || NAMED.matcher(plain).matches());
    }

    /** The code that was typed to take up what was begun elsewhere; on a keypad it is the six digits alone. */
    static Optional<Passcode> comes(Conversation conversation, InboundMessage message) {
        if (message.choice().isPresent()) {
            return Optional.empty();
        }
        String plain = MessageText.plain(message.text());
        Matcher coded = WITH_CODE.matcher(plain);
        Matcher loosely = LOOSELY.matcher(plain);
        return coded.matches()
                ? Passcode.alone(coded.group(1))
                : loosely.matches() && !answering(conversation) ? Passcode.alone(loosely.group(1)) : Optional.empty();
    }

    /** Whether six digits may be the answer to something else: an agent, a form, or what was asked of a ticket. */
    private static boolean answering(Conversation conversation) {
        State state = conversation.state();
        return conversation.floor() == Floor.AGENT
                || state.draft().filter(draft -> !draft.paused()).isPresent()
                || state.expected()
                        .filter(expected -> ANSWERED.contains(expected.what()))
                        .isPresent();
    }

    @Override
    public Optional<Decision> respond(TurnContext scene) {
        if (leaves(scene.conversation(), scene.message())) {
            return leaving(scene);
        }
        return comes(scene.conversation(), scene.message())
                .flatMap(_ -> scene.facts().passage())
                .flatMap(passage -> switch (passage) {
                    case Transfer.Found found -> Optional.of(arriving(scene, found));
                    case Transfer.Refused _ -> Optional.of(refused(scene));
                    case Transfer.Locked _ ->
                        Optional.of(Decision.of(scene, Ending.CODE_REFUSED, Part.say("code.locked")));
                    case Transfer.Wanted _, Transfer.Proved _ -> Optional.empty();
                });
    }

    private static Optional<Decision> leaving(TurnContext scene) {
        State state = scene.state();
        Optional<Ticket> ticket = scene.facts().open().stream().findFirst();
        if (state.draft().isEmpty() && ticket.isPresent()) {
            Arg code = new Arg.Code(ticket.get().code());
            return Optional.of(Decision.of(scene, Ending.MOVE_BY_TICKET, Part.say("move.ticket", code)));
        }
        if (state.draft().isEmpty()
                && state.about().isEmpty()
                && state.question().isEmpty()) {
            return Optional.of(Decision.of(scene, Ending.MOVE_OF_NOTHING, Part.say("move.nothing")));
        }
        return scene.facts()
                .passage()
                .filter(Transfer.Wanted.class::isInstance)
                .map(Transfer.Wanted.class::cast)
                .map(wanted -> wanted.allowed()
                        ? Decision.of(scene, Ending.MOVE_OFFERED, Part.say("move.code", new Arg.Six(wanted.code())))
                                .command(new Command.Lend(wanted.code()))
                        : Decision.of(scene, Ending.CODE_OFTEN, Part.say("code.often")));
    }

    private Decision arriving(TurnContext scene, Transfer.Found found) {
        if (found.there().id() == scene.conversation().id()) {
            return Decision.of(scene, Ending.MOVE_OCCUPIED, Part.say("move.here"));
        }
        if (scene.draft().isPresent()) {
            return Decision.of(scene, Ending.MOVE_OCCUPIED, Part.say("move.occupied"));
        }
        Conversation there = reporting.forgetting(found.there(), scene.now());
        Conversation here = settled(scene.conversation(), there);
        Optional<Draft> draft = there.state().draft();
        TurnContext moved = scene.with(
                here.with(taken(here.state(), there.state()).drafted(draft.map(form -> form.spent(scene.now())))));
        Decision decision = draft.isPresent()
                ? reporting.reminding(moved, Ending.MOVED, Part.say("moved.form"))
                : Decision.of(moved, Ending.MOVED, Part.say("moved.talk"));
        return decision.command(new Command.TakeOver(
                found.there().id(),
                found.there().state().draft(),
                scene.message().kind()));
    }

    /** In the language in which it was begun, unless another was chosen here. */
    private static Conversation settled(Conversation here, Conversation there) {
        if (here.languageChosen()) {
            return here;
        }
        return there.languageChosen() ? here.choosing(there.language()) : here.in(there.language());
    }

    private static State taken(State here, State there) {
        State told = there.about().map(here::answered).orElse(here).greeting();
        return there.question().map(told::missed).orElse(told).expectingNothing();
    }

    private static Decision refused(TurnContext scene) {
        return Decision.of(scene, Ending.CODE_REFUSED, Part.say("code.refused"));
    }

    /** At the door that was left, the next answer begins with a word about where it went on. */
    static Decision noting(TurnContext scene, Decision decision) {
        Optional<Expected> left = scene.state().expected().filter(expected -> expected.what() == What.MOVED);
        if (left.isEmpty() || decision.replies().isEmpty()) {
            return decision;
        }
        Decision noted =
                decision.preceded(Part.say("moved.away", new Arg.Line(left.get().code())));
        return noted.after().state().expected().equals(left) ? noted.state(State::expectingNothing) : noted;
    }
}
