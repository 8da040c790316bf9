package id.pendopo.conversation.engine;

import id.pendopo.conversation.dialogue.Arg;
import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Expected;
import id.pendopo.conversation.dialogue.Expected.What;
import id.pendopo.conversation.dialogue.Floor;
import id.pendopo.conversation.dialogue.Hearing;
import id.pendopo.conversation.dialogue.Need;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Passcode;
import id.pendopo.conversation.dialogue.Responder;
import id.pendopo.conversation.dialogue.State;
import id.pendopo.conversation.dialogue.Transfer;
import id.pendopo.conversation.dialogue.TurnContext;
import id.pendopo.conversation.forms.Draft;
import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.conversation.understanding.Said;
import id.pendopo.knowledge.PhraseMatches;
import id.pendopo.ticketing.Ticket;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Responds to the transfer of a conversation from channel to channel: PINDAH gives a code there, PINDAH and the code
 * take up here what was begun there.
 */
final class TransferResponder implements Responder {

    private static final Set<What> ANSWERED = EnumSet.of(What.PROOF, What.INFORMATION, What.REASON, What.RATING_REASON);

    private final FormResponder reporting;

    TransferResponder(FormResponder reporting) {
        this.reporting = reporting;
    }

    /** Whether a code is asked for with which this conversation can be transferred to another channel. */
    private static boolean leaves(Hearing hearing) {
        MessageText heard = hearing.heard();
        boolean bare = heard.is(Said.MOVE_BARE)
                && hearing.conversation().state().draft().isPresent();
        return hearing.message().choice().isEmpty() && (bare || heard.is(Said.MOVE));
    }

    /** The code that was typed to take up what was begun elsewhere; on a keypad it is the six digits alone. */
    private static Optional<Passcode> comes(Hearing hearing) {
        if (hearing.message().choice().isPresent()) {
            return Optional.empty();
        }
        PhraseMatches said = hearing.heard().said();
        Optional<Passcode> coded =
                said.leads(Said.MOVE_CODED) > 0 ? code(said.behind(Said.MOVE_CODED)) : Optional.empty();
        return coded.isPresent() || answering(hearing.conversation()) ? coded : code(said.behind(Said.MOVE_CODE));
    }

    private static Optional<Passcode> code(String digits) {
        return Passcode.alone(MessageText.plain(digits));
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
    public Set<Need> needs(Hearing hearing) {
        Set<Need> needs = new HashSet<>(Set.of(Need.Plain.OWN_TICKETS));
        if (leaves(hearing)) {
            needs.add(Need.Plain.CODE_TO_LEAVE);
        }
        comes(hearing).map(Need.Arrival::new).ifPresent(needs::add);
        return needs;
    }

    @Override
    public Optional<Decision> respond(TurnContext context) {
        if (leaves(context.hearing())) {
            return leaving(context);
        }
        return comes(context.hearing()).flatMap(_ -> context.facts().transfer()).flatMap(transfer -> switch (transfer) {
            case Transfer.Found found -> Optional.of(arriving(context, found));
            case Transfer.Refused _ -> Optional.of(refused(context));
            case Transfer.Locked _ -> Optional.of(Decision.of(context, Ending.CODE_REFUSED, Part.say("code.locked")));
            case Transfer.Wanted _, Transfer.Proved _ -> Optional.empty();
        });
    }

    private static Optional<Decision> leaving(TurnContext context) {
        State state = context.state();
        Optional<Ticket> ticket = context.facts().open().stream().findFirst();
        if (state.draft().isEmpty() && ticket.isPresent()) {
            Arg code = new Arg.Code(ticket.get().code());
            return Optional.of(Decision.of(context, Ending.MOVE_BY_TICKET, Part.say("move.ticket", code)));
        }
        if (state.draft().isEmpty()
                && state.about().isEmpty()
                && state.question().isEmpty()) {
            return Optional.of(Decision.of(context, Ending.MOVE_OF_NOTHING, Part.say("move.nothing")));
        }
        return context.facts()
                .transfer()
                .filter(Transfer.Wanted.class::isInstance)
                .map(Transfer.Wanted.class::cast)
                .map(wanted -> wanted.allowed()
                        ? Decision.of(context, Ending.MOVE_OFFERED, Part.say("move.code", new Arg.Six(wanted.code())))
                                .command(new Command.Lend(wanted.code()))
                        : Decision.of(context, Ending.CODE_OFTEN, Part.say("code.often")));
    }

    private Decision arriving(TurnContext context, Transfer.Found found) {
        if (found.there().id() == context.conversation().id()) {
            return Decision.of(context, Ending.MOVE_OCCUPIED, Part.say("move.here"));
        }
        if (context.draft().isPresent()) {
            return Decision.of(context, Ending.MOVE_OCCUPIED, Part.say("move.occupied"));
        }
        Conversation there = reporting.forgetting(found.there(), context.now());
        Conversation here = settled(context.conversation(), there);
        Optional<Draft> draft = there.state().draft();
        TurnContext moved = context.with(here.with(taken(here.state(), there.state())
                .drafted(draft.map(form -> form.from(found.there().id()).spent(context.now())))));
        Decision decision = draft.isPresent()
                ? reporting.reminding(moved, Ending.MOVED, Part.say("moved.form"))
                : Decision.of(moved, Ending.MOVED, Part.say("moved.talk"));
        return decision.command(new Command.TakeOver(
                found.there().id(),
                found.there().state().draft(),
                context.message().kind()));
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
        return there.question()
                .map(told::missed)
                .orElse(told)
                .expectingNothing()
                .keeping(there.later());
    }

    private static Decision refused(TurnContext context) {
        return Decision.of(context, Ending.CODE_REFUSED, Part.say("code.refused"));
    }

    /** In the conversation that was left, the next answer begins with a word about where it went on. */
    static Decision noting(TurnContext context, Decision decision) {
        Optional<Expected> left = context.state().expected().filter(expected -> expected.what() == What.MOVED);
        if (left.isEmpty() || decision.replies().isEmpty()) {
            return decision;
        }
        Decision noted =
                decision.preceded(Part.say("moved.away", new Arg.Line(left.get().code())));
        return noted.after().state().expected().equals(left) ? noted.state(State::expectingNothing) : noted;
    }
}
