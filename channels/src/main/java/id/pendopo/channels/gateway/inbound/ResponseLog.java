package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import id.pendopo.channels.gateway.outbound.ResponseDoubts;
import id.pendopo.channels.gateway.outbound.ResponseReceipts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The log of delivered responses, written in batches. The responses that were handed over, on lines that do not ask
 * again: written down in lots a moment later, so that a turn costs nothing more. What a desk that dies did not write
 * down is looked for at the provider. Any thread may call.
 */
@Component
public class ResponseLog implements ResponseReceipts, SmartLifecycle {

    private static final Duration EVERY = Duration.ofMillis(50);

    /** So that an outage fills no memory; what finds no place is looked for at the provider, which does no harm. */
    private static final int MOST = 100_000;

    /** A process that has not written for so long was frozen, and whoever called it meanwhile may have gone. */
    private static final Duration FROZEN = Duration.ofSeconds(5);

    /** So long after its coming a request is surely not under way any more. */
    public static final Duration UNDER_WAY = Duration.ofSeconds(15);

    private static final Logger log = LoggerFactory.getLogger(ResponseLog.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TaskScheduler scheduler;
    private final ErasedMessages erased;
    private final TransactionOperations transactions;
    private final BlockingQueue<Named> waiting = new LinkedBlockingQueue<>(MOST);
    private volatile long beat = System.nanoTime();
    private volatile long trustedFrom = beat;
    private volatile boolean running;

    ResponseLog(
            JdbcClient jdbc,
            Clock clock,
            TaskScheduler scheduler,
            ErasedMessages erased,
            TransactionOperations transactions) {
        this.erased = erased;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.scheduler = scheduler;
    }

    /** The whole response to these events was handed to the caller; after a freeze the provider is asked whether it has it. */
    public void answered(ConnectedAccount connected, List<InboundEvent> events) {
        if (connected.repeats() || !trusted()) {
            return;
        }
        for (InboundEvent event : events) {
            if (event instanceof InboundMessage message) {
                waiting.offer(new Named(message.account(), message.externalId()));
            }
        }
    }

    /** A socket takes a response although nobody reads it any more: requests that waited through a freeze are of that kind. */
    private boolean trusted() {
        long now = System.nanoTime();
        if (now - beat > FROZEN.toNanos()) {
            trustedFrom = now + UNDER_WAY.toNanos();
        }
        beat = now;
        return now - trustedFrom >= 0;
    }

    @Override
    public boolean has(String account, long conversation, long turn) {
        return handedOver("i.turn = :turn", account, conversation, turn);
    }

    @Override
    public boolean hasLater(String account, long conversation, long turn) {
        return handedOver("i.turn > :turn", account, conversation, turn);
    }

    private boolean handedOver(String which, String account, long conversation, long turn) {
        return jdbc.sql("""
                select exists (select from channels_inbound i
                                 join channels_answered a on a.account = i.account and i.external_id = any (a.external_ids)
                                where i.account = :account and i.conversation = :conversation and %s
                                  and i.event = 'MESSAGE')
                """.formatted(which))
                .param("account", account)
                .param("conversation", conversation)
                .param("turn", turn)
                .query(Boolean.class)
                .single();
    }

    /** The turns of a time whose responses are not known to have been handed over. */
    public List<ResponseDoubts.Turn> silent(String account, Instant since, Instant until) {
        return jdbc.sql("""
                with answered as (select unnest(external_ids) as external_id from channels_answered
                                   where account = :account and at >= :since)
                select i.conversation, i.turn, i.received_at from channels_inbound i
                 where i.account = :account and i.event = 'MESSAGE'
                   and i.received_at > :since and i.received_at <= :until
                   and not exists (select from answered where answered.external_id = i.external_id)
                """)
                .param("account", account)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new ResponseDoubts.Turn(
                        row.getLong("conversation"),
                        row.getLong("turn"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Forgets what was looked after. */
    public void forget(String account, Instant before) {
        jdbc.sql("delete from channels_answered where account = :account and at < :before")
                .param("account", account)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Writes down what waits; what cannot be written now waits on. */
    void write() {
        trusted();
        List<Named> lot = new ArrayList<>();
        waiting.drainTo(lot);
        if (lot.isEmpty()) {
            return;
        }
        try {
            write(lot);
        } catch (DataAccessException | TransactionException away) {
            log.debug("The answered messages cannot be written down while the database is away");
            lot.forEach(waiting::offer);
        }
    }

    private void write(List<Named> lot) {
        Map<String, List<String>> byAccount = new HashMap<>();
        for (Named named : lot) {
            byAccount.computeIfAbsent(named.account(), _ -> new ArrayList<>()).add(named.externalId());
        }
        byAccount.forEach((account, ids) -> transactions.executeWithoutResult(_ -> write(account, ids)));
    }

    private void write(String account, List<String> ids) {
        jdbc.sql("insert into channels_answered (account, at, external_ids) values (:account, :now, :ids)")
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ids", ids.toArray(String[]::new))
                .update();
        erased.heard(account, ids);
    }

    @Override
    public void start() {
        running = true;
        beat = System.nanoTime();
        scheduler.scheduleWithFixedDelay(this::write, EVERY);
    }

    /** Called after the last request was answered. */
    @Override
    public void stop() {
        running = false;
        write();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Started before the first request comes and stopped after the last one was answered. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** What names an event. */
    private record Named(String account, String externalId) {}
}
