package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.Address;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Inbox.DeskUnavailable;
import id.pendopo.channels.Receiver;
import id.pendopo.channels.Turn;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.TurnAnswer;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import id.pendopo.channels.gateway.outbound.MessageJson;
import id.pendopo.channels.gateway.outbound.ResponseDoubts;
import id.pendopo.channels.gateway.outbound.StoredOutbox;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/** The inbox in PostgreSQL: inbound rows, deduplicated by account and external id. */
@Component
public final class StoredInbox implements Inbox {

    private static final Logger log = LoggerFactory.getLogger(StoredInbox.class);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Accounts accounts;
    private final StoredOutbox outbox;
    private final InboundChanges changes;
    private final Checkpoints checkpoints;
    private final TurnRows rows;
    private final ResponseLog responses;
    private final StoredAnswers answers;
    private final StoppedMessages stops;
    private final ResponseDoubts doubts;
    private final Stopping stopping;
    private final SingletonSupplier<Receiver> receiver;
    private final TurnBatcher batcher;

    StoredInbox(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock,
            Accounts accounts,
            StoredOutbox outbox,
            InboundChanges changes,
            Checkpoints checkpoints,
            TurnRows rows,
            ResponseLog responses,
            StoredAnswers answers,
            StoppedMessages stops,
            ResponseDoubts doubts,
            Stopping stopping,
            ObjectProvider<Receiver> receiver) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.accounts = accounts;
        this.outbox = outbox;
        this.changes = changes;
        this.checkpoints = checkpoints;
        this.rows = rows;
        this.responses = responses;
        this.answers = answers;
        this.stops = stops;
        this.doubts = doubts;
        this.stopping = stopping;
        this.receiver =
                SingletonSupplier.of(() -> receiver.getIfAvailable(() -> new KeepingReceiver(this, transactions)));
        this.batcher = new TurnBatcher(this.receiver::obtain, one -> alone(one, Turn.Mode.ON_TIME));
    }

    @Override
    public WebhookAnswer accept(InboundMessage message) {
        return accept(message, Turn.Mode.ON_TIME);
    }

    /** Only those whose senders wait share a transaction: what is late has time, and a position moves with its own turn. */
    WebhookAnswer accept(InboundMessage message, Turn.Mode mode) {
        return switch (mode) {
            case Turn.Mode.OnTime _ ->
                TransactionSynchronizationManager.isActualTransactionActive()
                        ? alone(Receiver.Prepared.not(message), mode)
                        : batcher.accept(message);
            case Turn.Mode.Late _, Turn.Mode.Pulled _ -> alone(receiver.obtain().prepare(message), mode);
        };
    }

    @Override
    public void answered(InboundMessage message) {
        responses.answered(connected(message.account()), List.of(message));
    }

    private WebhookAnswer alone(Receiver.Prepared one, Turn.Mode mode) {
        InboundMessage message = one.message();
        try {
            return receiver.obtain().run(List.of(one), mode).getFirst().answer();
        } catch (RuntimeException failure) {
            return switch (stopping.judge(failure)) {
                case REPLAY -> again(message, mode);
                case PUT_AWAY -> putAway(message, failure.getClass().getSimpleName(), mode);
                case AWAY, AGAIN -> throw stopping.now() ? new DeskUnavailable("the desk is stopping") : failure;
            };
        }
    }

    /** In a transaction of its own: a message that nobody can handle is kept where a person finds it. */
    public WebhookAnswer putAway(InboundMessage message, String reason, Turn.Mode mode) {
        log.error("Line {}: a message cannot be handled and is put away: {}", message.account(), reason);
        Completion turn = new Completion(message, 0, 0, List.of());
        try {
            return Objects.requireNonNull(transactions.execute(_ -> bury(turn, reason, mode)));
        } catch (AlreadyTaken before) {
            return again(message, mode);
        }
    }

    private void advance(Turn.Mode mode) {
        if (mode instanceof Turn.Mode.Pulled pulled) {
            checkpoints.advance(pulled);
        }
    }

    @Override
    public WebhookAnswer again(InboundMessage message, Turn.Mode mode) {
        advance(mode); // The transaction that would have done it found the message taken.
        ConnectedAccount connected = connected(message.account());
        Optional<WebhookAnswer> before = switch (mode) {
            case Turn.Mode.OnTime _ -> answers.again(connected, message.externalId());
            case Turn.Mode.Late _, Turn.Mode.Pulled _ -> answers.stored(connected, message.externalId());
        };
        return before.orElseThrow(() -> new IllegalStateException("a message that is taken has a stored answer"));
    }

    @Override
    public int stopped(InboundMessage message) {
        return stops.count(message);
    }

    @Override
    public Optional<WebhookAnswer> stored(String account, String externalId) {
        return answers.stored(connected(account), externalId);
    }

    @Override
    public List<WebhookAnswer> complete(List<Completion> turns, Turn.Mode mode) {
        return store(turns, "DONE", Optional.empty(), mode);
    }

    @Override
    public WebhookAnswer bury(Completion turn, String reason, Turn.Mode mode) {
        return store(List.of(turn), "DEAD", Optional.of(reason), mode).getFirst();
    }

    private List<WebhookAnswer> store(List<Completion> told, String state, Optional<String> reason, Turn.Mode mode) {
        advance(mode);
        boolean waited = !(mode instanceof Turn.Mode.Late);
        List<Completion> turns = told.stream().map(this::withFiles).toList();
        List<Filled> filled =
                turns.stream().map(turn -> fill(turn, state, reason, waited)).toList();
        return switch (store(filled)) {
            case STORED -> {
                if (!waited) {
                    turns.forEach(this::doubtIfRestored);
                }
                yield answers(filled);
            }
            case TAKEN -> throw new AlreadyTaken();
            case BUSY -> {
                if (turns.size() > 1) {
                    throw new NotTogether();
                }
                yield storeLater(fill(turns.getFirst(), state, reason, false));
            }
        };
    }

    private void doubtIfRestored(Completion turn) {
        ConnectedAccount connected = connected(turn.message().account());
        doubts.raiseIfRestored(
                new ResponseDoubts.Turn(
                        turn.conversation(), turn.turn(), turn.message().at()),
                connected.adapter().answersInResponse(connected.account()));
    }

    private Completion withFiles(Completion turn) {
        return turn.message().attachments().isEmpty()
                ? turn
                : new Completion(changes.expected(turn.message()), turn.conversation(), turn.turn(), turn.replies());
    }

    /** The replies wait for what the conversation still has to send: they go out by a worker. */
    private List<WebhookAnswer> storeLater(Filled filled) {
        if (store(List.of(filled)) != TurnRows.Place.STORED) {
            throw new AlreadyTaken();
        }
        return answers(List.of(filled));
    }

    /**
     * A turn with its rows.
     *
     * @param byResponse whether the replies go out in the response
     */
    private record Filled(
            Completion turn,
            TurnRows.Told row,
            List<MessageJson.Row> replies,
            WebhookAnswer answer,
            boolean byResponse) {}

    private Filled fill(Completion turn, String state, Optional<String> reason, boolean waited) {
        ConnectedAccount connected = connected(turn.message().account());
        boolean byResponse = waited && connected.adapter().answersInResponse(connected.account());
        List<ChannelAdapter.Rendered> numbered = outbox.numbered(turn.replies());
        TurnAnswer said = new TurnAnswer(Optional.of(turn.message()), turn.turn(), byResponse ? numbered : List.of());
        WebhookAnswer answer = connected.adapter().render(connected.account(), said);
        // A client that asks again puts what it hears in order by itself.
        boolean inOrder = byResponse && !connected.repeats();
        TurnRows.Told row = TurnRows.Told.of(turn, state, reason, answer, inOrder);
        return new Filled(turn, row, outbox.rows(numbered, byResponse), answer, byResponse);
    }

    private TurnRows.Place store(List<Filled> filled) {
        return rows.store(
                filled.stream().map(Filled::row).toList(),
                MessageJson.rows(
                        filled.stream().flatMap(one -> one.replies().stream()).toList()));
    }

    private List<WebhookAnswer> answers(List<Filled> filled) {
        filled.forEach(one -> outbox.stored(one.turn().replies(), one.byResponse()));
        return filled.stream().map(Filled::answer).toList();
    }

    @Override
    public List<Received> received(long conversation) {
        return jdbc.sql("""
                select * from channels_inbound
                 where conversation = :conversation and event = 'MESSAGE' order by turn, id
                """)
                .param("conversation", conversation)
                .query((row, _) -> InboundRow.received(row))
                .list();
    }

    @Override
    public boolean hasReceived(String account) {
        return jdbc.sql("select exists (select 1 from channels_inbound where account = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Received> latest(Address from, int limit) {
        return jdbc.sql("""
                select * from channels_inbound
                 where account = :account and address = :address and event = 'MESSAGE'
                 order by turn desc, id desc limit :limit
                """)
                .param("account", from.account())
                .param("address", from.value())
                .param("limit", limit)
                .query((row, _) -> InboundRow.received(row))
                .list()
                .reversed();
    }

    /** Takes the place of an event that is not a message; false when it was taken before. */
    boolean take(InboundEvent event, String kind, EventColumn what, Turn.Mode mode) {
        advance(mode);
        return jdbc.sql("""
                insert into channels_inbound (account, external_id, event, received_at, happened_at, kind, state)
                values (:account, :externalId, :event, :now, :at, :kind, 'DONE')
                on conflict (account, external_id) do nothing
                """)
                        .param("account", event.account())
                        .param("externalId", event.externalId())
                        .param("event", what.name())
                        .param("now", now())
                        .param("at", event.at().atOffset(ZoneOffset.UTC))
                        .param("kind", kind)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private ConnectedAccount connected(String account) {
        return accounts.connected(account)
                .orElseThrow(() -> new IllegalStateException("the line " + account + " was switched off meanwhile"));
    }
}
