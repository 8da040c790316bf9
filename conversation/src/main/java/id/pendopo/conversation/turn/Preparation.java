package id.pendopo.conversation.turn;

import id.pendopo.channels.InboundMessage;
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
 * Prepares a turn before its transaction opens: reads the conversation, gathers its facts and has the answer reworded.
 * Any thread may call.
 */
@Component
class Preparation {

    /** Whoever waited so long already hears the article's own words at once, so that a backlog gets no longer by a model. */
    private static final Duration WAITED = Duration.ofSeconds(5);

    private final ConversationStore rows;
    private final FactFinder facts;
    private final SenderLocks locks;
    private final Optional<PlainLanguage> plainly;

    /** @param rewording absent without a language model */
    Preparation(
            ConversationStore rows, FactFinder facts, SenderLocks locks, Engine engine, Optional<Rewording> rewording) {
        this.rows = rows;
        this.facts = facts;
        this.locks = locks;
        this.plainly = rewording.map(model -> new PlainLanguage(engine, model));
    }

    /** In process and by the database. */
    TurnTransaction.Prepared quickly(InboundMessage message, Instant now) {
        ConversationRow seen = rows.see(message, now);
        return new TurnTransaction.Prepared(message, seen, facts.about(seen.conversation(), message, now));
    }

    /** The same, and the answer may be put into plainer words if nobody waits for it meanwhile. */
    TurnTransaction.Prepared plainly(InboundMessage message, Instant now) {
        TurnTransaction.Prepared prepared = quickly(message, now);
        boolean waited = Duration.between(message.at(), now).compareTo(WAITED) >= 0;
        if (waited || locks.awaited(message.from()) || TransactionSynchronizationManager.isActualTransactionActive()) {
            return prepared;
        }
        return plainly.map(model -> model.of(prepared.facts(), prepared.seen().conversation(), message, now))
                .map(said -> new TurnTransaction.Prepared(message, prepared.seen(), said))
                .orElse(prepared);
    }
}
