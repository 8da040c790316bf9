package id.pendopo.conversation.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.pendopo.channels.Address;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A cache of open conversations as they stood after this node's latest turns, so that the next message's facts are
 * gathered without asking the database. Only a guess: another node may have been faster, which shows when the row is
 * locked or saved, by the number of its turns.
 */
@Component
class ConversationCache {

    private static final int MOST = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Cache<Address, ConversationRow> latest =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    Optional<ConversationRow> of(Address address) {
        return Optional.ofNullable(latest.getIfPresent(address));
    }

    /** The row as it is after so many turns: each of its changes is one. Empty when it was not seen then. */
    Optional<ConversationRow> of(Address address, long conversation, long turns) {
        return of(address)
                .filter(seen -> seen.turns() == turns && seen.conversation().id() == conversation);
    }

    /** Within a transaction; counts from its commit. */
    void saved(ConversationRow row) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCommit() {
                latest.put(row.conversation().address(), row);
            }
        });
    }

    /** The guess was wrong. */
    void forget(Address address) {
        latest.invalidate(address);
    }
}
