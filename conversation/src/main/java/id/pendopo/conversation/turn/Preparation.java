package id.pendopo.conversation.turn;

import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Receiver;
import id.pendopo.conversation.dialogue.Facts;
import id.pendopo.conversation.engine.Engine;
import id.pendopo.conversation.facts.FactFinder;
import id.pendopo.conversation.facts.PlainLanguage;
import id.pendopo.conversation.store.ConversationRow;
import id.pendopo.conversation.store.ConversationStore;
import id.pendopo.knowledge.Rewording;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Prepares a turn before its transaction opens: reads the conversation, gathers its facts, has the answer reworded and
 * decides. Any thread may call.
 */
@Component
class Preparation {

    /** Whoever waited so long already hears the article's own words at once, so that a backlog gets no longer by a model. */
    private static final Duration WAITED = Duration.ofSeconds(5);

    private final ConversationStore rows;
    private final FactFinder facts;
    private final SenderLocks locks;
    private final Engine engine;
    private final ReadingTime time;
    private final Optional<PlainLanguage> plainly;

    /** @param rewording absent without a language model */
    Preparation(
            ConversationStore rows,
            FactFinder facts,
            SenderLocks locks,
            Engine engine,
            ReadingTime time,
            Optional<Rewording> rewording) {
        this.time = time;
        this.rows = rows;
        this.facts = facts;
        this.locks = locks;
        this.engine = engine;
        this.plainly = rewording.map(model -> new PlainLanguage(engine, model));
    }

    /**
     * Before it is known in whose company the turn will run. Where no model is waited for there is nothing to win by it:
     * several messages are prepared faster one after the other, by a thread that has just done the same.
     */
    Receiver.Prepared early(InboundMessage message, Instant now) {
        return plainly.isPresent() ? plainly(message, now) : Receiver.Prepared.not(message);
    }

    /** For the turn: as it was prepared, if that is still true. Asks no model. */
    TurnTransaction.Prepared current(Receiver.Prepared one, Instant now) {
        return one instanceof TurnTransaction.Prepared known && rows.stands(known.seen())
                ? known
                : quickly(one.message(), now);
    }

    /**
     * In process and by the database, whatever was known before.
     *
     * @throws ReadingTime.TookTooLong it cannot be read in the time that there is
     */
    TurnTransaction.Prepared quickly(InboundMessage message, Instant now) {
        ConversationRow seen = rows.see(message, now);
        return time.within(() -> decided(message, seen, facts.about(seen.conversation(), message, now), now));
    }

    private TurnTransaction.Prepared decided(InboundMessage message, ConversationRow seen, Facts facts, Instant now) {
        return new TurnTransaction.Prepared(
                message, seen, facts, engine.decide(seen.conversation(), message, facts, now));
    }

    /** The same, and the answer may be put into plainer words if nobody waits for it meanwhile. */
    TurnTransaction.Prepared plainly(InboundMessage message, Instant now) {
        TurnTransaction.Prepared prepared = quickly(message, now);
        boolean waited = Duration.between(message.at(), now).compareTo(WAITED) >= 0;
        if (waited || locks.awaited(message.from()) || TransactionSynchronizationManager.isActualTransactionActive()) {
            return prepared;
        }
        return plainly.map(model -> model.of(prepared.facts(), prepared.seen().conversation(), message, now))
                .map(said -> decided(message, prepared.seen(), said, now))
                .orElse(prepared);
    }
}
