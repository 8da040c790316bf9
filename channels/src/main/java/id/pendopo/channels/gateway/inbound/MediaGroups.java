package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.WebhookAnswer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Joins media groups (albums): files that were sent together come as a message each. The first that comes, or the one
 * with words, is what the citizen said; the others are its further files and get no answer of their own.
 */
@Component
class MediaGroups {

    private static final int LOCKS = 64;

    private final StoredInbox inbox;
    private final InboundChanges changes;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Lock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

    MediaGroups(StoredInbox inbox, InboundChanges changes, JdbcClient jdbc, TransactionOperations transactions) {
        this.inbox = inbox;
        this.changes = changes;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Takes a message of an album in, as a message of its own or as a further file of another one.
     *
     * @param turn takes it in as a message of its own
     */
    WebhookAnswer take(Arrival.Said arrival, String album, Supplier<WebhookAnswer> turn) {
        InboundMessage message = arrival.event();
        // The parts of an album come at once: the second waits for what the first becomes.
        Lock lock = locks[Math.floorMod(Objects.hash(message.from(), album), LOCKS)];
        lock.lock();
        try {
            return message.text().isBlank() && joined(message, arrival, album)
                    ? arrival.connected().acknowledgement()
                    : turn.get();
        } finally {
            lock.unlock();
        }
    }

    private boolean joined(InboundMessage message, Arrival.Said arrival, String album) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            Optional<Long> first = first(message, album);
            first.filter(_ -> inbox.take(
                            message, arrival.connected().account().kind(), EventColumn.CHANGED, arrival.mode()))
                    .ifPresent(inbound -> changes.enclose(inbound, message));
            return first.isPresent();
        }));
    }

    private Optional<Long> first(InboundMessage message, String album) {
        return jdbc.sql("""
                select id from channels_inbound
                 where account = :account and address = :address and album = :album and event = 'MESSAGE'
                   and external_id <> :externalId
                 order by id limit 1
                """)
                .param("account", message.account())
                .param("address", message.from().value())
                .param("album", album)
                .param("externalId", message.externalId())
                .query(Long.class)
                .optional();
    }
}
