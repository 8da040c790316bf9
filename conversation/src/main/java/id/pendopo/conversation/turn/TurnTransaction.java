package id.pendopo.conversation.turn;

import id.pendopo.channels.Block;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.Turn;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.dialogue.Grants;
import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.store.ConversationRow;
import id.pendopo.conversation.store.ConversationStore;
import id.pendopo.conversation.wording.Wording;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * The transactional part of a turn: locks the conversation's row or relies on its version, decides, carries out and
 * saves, if the facts still hold; whoever calls opens and ends the transaction.
 */
@Component
class TurnTransaction {

    private final Inbox inbox;
    private final ConversationStore rows;
    private final Engine engine;
    private final CommandHandler orders;
    private final ReplyComposer utterances;
    private final Wording wording;
    private final UnansweredNotes unanswered;
    private final AnonymousReports anonymous;

    TurnTransaction(
            Inbox inbox,
            ConversationStore rows,
            Engine engine,
            CommandHandler orders,
            ReplyComposer utterances,
            Wording wording,
            UnansweredNotes unanswered,
            AnonymousReports anonymous) {
        this.anonymous = anonymous;
        this.inbox = inbox;
        this.rows = rows;
        this.engine = engine;
        this.orders = orders;
        this.utterances = utterances;
        this.wording = wording;
        this.unanswered = unanswered;
    }

    /**
     * A message with what was found out about its conversation before the transaction.
     *
     * @param decided what these facts lead to in the conversation as it was seen
     */
    record Prepared(InboundMessage message, ConversationRow seen, Facts facts, Decision decided)
            implements Receiver.Prepared {}

    /** Another turn of the conversation, or another's try, came in between: the facts may not be true any more. Gather them again. */
    static final class Overtaken extends OptimisticLockingFailureException {

        Overtaken(long conversation) {
            super("conversation " + conversation + " has moved on since the facts were gathered");
        }
    }

    /**
     * One turn each, in the order given. One alone locks its conversation first and waits for it; several wait for nobody
     * and lock by version, when they are saved.
     *
     * @throws OptimisticLockingFailureException as {@link Overtaken}: nothing may be kept
     * @throws Inbox.AlreadyTaken the same
     * @throws Inbox.NotTogether the same
     */
    List<Turn> run(List<Prepared> batch, Turn.Mode mode, Instant now) {
        List<Spoken> spoken = new ArrayList<>();
        boolean alone = batch.size() == 1;
        for (Prepared one : batch) {
            spoken.add(turn(one, alone || one.seen().unopened() ? locked(one, now) : one.seen(), alone, now));
        }
        rows.save(spoken.stream().map(Spoken::saved).toList(), now);
        List<WebhookAnswer> answers =
                inbox.complete(spoken.stream().map(Spoken::completion).toList(), mode);
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < spoken.size(); i++) {
            utterances.queue(spoken.get(i).said());
            separated(spoken.get(i), batch.get(i).facts(), now);
            Inbox.Completion done = spoken.get(i).completion();
            turns.add(new Turn(done.message(), done.conversation(), done.turn(), done.replies(), answers.get(i)));
        }
        return turns;
    }

    private void separated(Spoken one, Facts facts, Instant now) {
        if (one.decision().anonymous(facts).isPresent()) {
            anonymous.separate(one.decision(), facts, one.saved().before(), now);
        }
    }

    /** A turn that is decided and not yet stored. */
    private record Spoken(
            ConversationStore.Saved saved, Inbox.Completion completion, ReplyComposer.Said said, Decision decision) {}

    /**
     * The apology for a message that cannot be handled; the message is put away.
     *
     * @throws Inbox.AlreadyTaken somebody handled it after all
     */
    Turn bury(InboundMessage message, Turn.Mode mode, String reason, Instant now) {
        ConversationRow row = lock(message, now);
        Conversation conversation = row.conversation();
        List<OutboundMessage> replies = List.of(new OutboundMessage(
                message.from(),
                conversation.id(),
                row.next(),
                0,
                OutboundMessage.Author.DESK,
                wording.frame(conversation),
                List.of(sorry(wording.frame(conversation))),
                Optional.empty()));
        rows.save(row, conversation, new ConversationStore.Entry("shell", Ending.FAILED, message.externalId()), now);
        WebhookAnswer answer =
                inbox.bury(new Inbox.Completion(message, conversation.id(), row.next(), replies), reason, mode);
        return new Turn(message, conversation.id(), row.next(), replies, answer);
    }

    private Block sorry(Locale language) {
        return new Block.Text(
                wording.text(Ending.FAILED.key(), language),
                Optional.of(wording.text(Ending.FAILED.key() + ".brief", language)),
                Optional.of(wording.text(Ending.FAILED.key() + ".spoken", language)));
    }

    private ConversationRow locked(Prepared one, Instant now) {
        ConversationRow row = lock(one.message(), now);
        if (row.turns() != one.seen().turns()) {
            throw new Overtaken(row.conversation().id());
        }
        return row;
    }

    private ConversationRow lock(InboundMessage message, Instant now) {
        return rows.lock(message.from(), message.kind(), rows.language(message), now);
    }

    private Spoken turn(Prepared one, ConversationRow row, boolean alone, Instant now) {
        InboundMessage message = one.message();
        Decision decided =
                one.seen().unopened() ? engine.decide(row.conversation(), message, one.facts(), now) : one.decided();
        if (!alone && CommandHandler.cross(decided.commands())) {
            throw new Inbox.NotTogether();
        }
        List<Ticket> steps = decided.commands().isEmpty() ? List.of() : carryOut(decided, row, one.facts(), now);
        Map<TicketCode, Ticket> tickets =
                steps.stream().collect(Collectors.toMap(Ticket::code, Function.identity(), (_, later) -> later));
        Decision decision = utterances.affordable(decided, tickets).sealed(one.facts());
        if (decision.after().state().question().isPresent()) {
            unanswered.note(decision, one.facts(), message.kind());
        }
        ReplyComposer.Said said = utterances.of(decision, row, tickets);
        ConversationStore.Entry entry =
                new ConversationStore.Entry(decision.responder(), decision.ending(), message.externalId());
        return new Spoken(
                new ConversationStore.Saved(row, decision.after(), said.rest(), entry),
                new Inbox.Completion(message, row.conversation().id(), row.next(), said.messages()),
                said,
                decision);
    }

    private List<Ticket> carryOut(Decision decided, ConversationRow row, Facts facts, Instant now) {
        List<Ticket> steps =
                orders.carryOut(decided.commands(), row, code -> Grants.change(row.conversation(), facts, code), now);
        rows.keepTicketEvents(row.conversation().id(), row.next(), steps);
        return steps;
    }

    /** Another node, or an earlier delivery, took the message: its answer is given again. Outside any transaction. */
    Turn taken(InboundMessage message, Turn.Mode mode) {
        WebhookAnswer answer = inbox.again(message, mode);
        Optional<ConversationRow> row = rows.peek(message.from());
        long conversation = row.map(found -> found.conversation().id()).orElse(0L);
        long number = rows.turn(conversation, message.externalId()).orElse(0L);
        return new Turn(message, conversation, number, List.of(), answer);
    }
}
