package id.pendopo.channels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** The inbound rows. */
@Component
final class JdbcInbox implements Inbox {

    /** Bound while a message is taken in whose sender does not wait for the response: replies go out by the outbox. */
    static final ScopedValue<Boolean> LATE = ScopedValue.newInstance();

    /** A message with its replies, at once. */
    private static final String STORE = """
            with lane as (
              select :inOrder and exists (select from channels_lane where conversation = :conversation) as busy),
            reply as (
            %s     , lane where not busy),
            message as (
              insert into channels_inbound (account, external_id, event, received_at, happened_at, kind, state, reason,
                                            conversation, turn, address, language, body, choice, latitude, longitude,
                                            attachments, message_name, album, answer_status, answer_type,
                                            answer_body)
              select :account, :externalId, 'MESSAGE', :now, :at, :kind, :state, :reason,
                     :conversation, :turn, :address, :language, :body, :choice, :latitude::double precision,
                     :longitude::double precision, :attachments::jsonb, :name, :album, :status, :type, :answer
                from lane where not busy
              on conflict (account, external_id) do nothing
              returning id)
            select case when busy then 'BUSY' when exists (select from message) then 'STORED' else 'TAKEN' end from lane
            """.formatted(JdbcOutbox.INSERT);

    private static final Logger log = LoggerFactory.getLogger(JdbcInbox.class);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Accounts accounts;
    private final JdbcOutbox outbox;
    private final InboundChanges changes;
    private final PullPositions positions;
    private final ObjectProvider<Receiver> receiver;

    JdbcInbox(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock,
            Accounts accounts,
            JdbcOutbox outbox,
            InboundChanges changes,
            PullPositions positions,
            ObjectProvider<Receiver> receiver) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
        this.accounts = accounts;
        this.outbox = outbox;
        this.changes = changes;
        this.positions = positions;
        this.receiver = receiver;
    }

    @Override
    public WebhookAnswer accept(InboundMessage message) {
        try {
            return receiver().run(List.of(message)).getFirst().answer();
        } catch (AlreadyTaken before) {
            return storedBefore(message);
        } catch (DataIntegrityViolationException poison) {
            return putAway(message, poison.getClass().getSimpleName());
        } catch (DataAccessException | TransactionException away) {
            throw away;
        } catch (RuntimeException poison) {
            return putAway(message, poison.getClass().getSimpleName());
        }
    }

    private Receiver receiver() {
        return receiver.getIfAvailable(() -> new KeepingReceiver(this, transactions));
    }

    /** In a transaction of its own: a message that nobody can handle is kept where a person finds it. */
    WebhookAnswer putAway(InboundMessage message, String reason) {
        log.error("Line {}: a message cannot be handled and is put away: {}", message.account(), reason);
        try {
            return Objects.requireNonNull(transactions.execute(_ -> bury(message, 0, 0, reason, List.of())));
        } catch (AlreadyTaken before) {
            return storedBefore(message);
        }
    }

    private WebhookAnswer storedBefore(InboundMessage message) {
        positions.advance(); // The transaction that would have done it found the message taken.
        return stored(message.account(), message.externalId())
                .orElseThrow(() -> new IllegalStateException("a message that is taken has a stored answer"));
    }

    @Override
    public Optional<WebhookAnswer> stored(String account, String externalId) {
        return jdbc.sql("""
                select answer_status, answer_type, answer_body from channels_inbound
                 where account = :account and external_id = :externalId and state <> 'TAKEN'
                """)
                .param("account", account)
                .param("externalId", externalId)
                .query((row, _) -> answer(account, row))
                .optional();
    }

    /** Rows older than the retention have lost their answer; the provider then gets a bare acknowledgement. */
    private WebhookAnswer answer(String account, ResultSet row) throws SQLException {
        byte[] body = row.getBytes("answer_body");
        return body == null
                ? acknowledgement(account)
                : new WebhookAnswer(row.getInt("answer_status"), row.getString("answer_type"), body);
    }

    private WebhookAnswer acknowledgement(String account) {
        Line line = line(account);
        return line.adapter().render(line.account(), List.of());
    }

    @Override
    public WebhookAnswer complete(InboundMessage message, long conversation, long turn, List<OutboundMessage> replies) {
        return store(message, new Outcome("DONE", Optional.empty(), conversation, turn), replies);
    }

    @Override
    public WebhookAnswer bury(
            InboundMessage message, long conversation, long turn, String reason, List<OutboundMessage> replies) {
        return store(message, new Outcome("DEAD", Optional.of(reason), conversation, turn), replies);
    }

    /** What became of a message. */
    private record Outcome(String state, Optional<String> reason, long conversation, long turn) {}

    private WebhookAnswer store(InboundMessage told, Outcome outcome, List<OutboundMessage> replies) {
        positions.advance();
        InboundMessage message = changes.expected(told);
        Line line = line(message.account());
        boolean byResponse = !LATE.orElse(false) && line.adapter().answersInResponse(line.account());
        return Optional.of(byResponse)
                .filter(Boolean::booleanValue)
                .flatMap(_ -> store(line, message, outcome, replies, true))
                .orElseGet(() -> store(line, message, outcome, replies, false).orElseThrow());
    }

    /** Empty when the replies must wait for what the conversation still has to send: they then go out by a worker. */
    private Optional<WebhookAnswer> store(
            Line line, InboundMessage message, Outcome outcome, List<OutboundMessage> replies, boolean byResponse) {
        List<ChannelAdapter.Rendered> numbered = outbox.numbered(replies);
        WebhookAnswer answer =
                line.adapter().render(line.account(), message, outcome.turn(), byResponse ? numbered : List.of());
        // A client that asks again puts what it hears in order by itself.
        boolean inOrder = byResponse && !line.adapter().repeats();
        return switch (insert(message, outcome, answer, outbox.rows(numbered, byResponse), inOrder)) {
            case TAKEN -> throw new AlreadyTaken();
            case BUSY -> Optional.empty();
            case STORED -> {
                outbox.stored(replies, byResponse);
                yield Optional.of(answer);
            }
        };
    }

    /** Whether a message was stored; not when it was there before, nor when its conversation has something to send. */
    private enum Place {
        STORED,
        TAKEN,
        BUSY
    }

    private Place insert(
            InboundMessage message, Outcome outcome, WebhookAnswer answer, String replies, boolean inOrder) {
        return jdbc.sql(STORE)
                .param("inOrder", inOrder)
                .param("replies", replies)
                .param("account", message.account())
                .param("externalId", message.externalId())
                .param("now", now())
                .param("at", message.at().atOffset(ZoneOffset.UTC))
                .param("kind", message.kind())
                .param("state", outcome.state())
                .param("reason", outcome.reason().orElse(null))
                .param("conversation", outcome.conversation())
                .param("turn", outcome.turn())
                .param("address", message.from().value())
                .param("language", message.language().map(Locale::toLanguageTag).orElse(null))
                .param("body", message.text())
                .param("choice", message.choice().orElse(null))
                .param("latitude", message.location().map(Location::lat).orElse(null))
                .param("longitude", message.location().map(Location::lon).orElse(null))
                .param("attachments", MessageJson.attachments(message.attachments()))
                .param("name", message.named().map(InboundMessage.Named::id).orElse(null))
                .param(
                        "album",
                        message.named().flatMap(InboundMessage.Named::album).orElse(null))
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("answer", answer.body())
                .query((row, _) -> Place.valueOf(row.getString(1)))
                .single();
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
    public List<Received> latest(Address from, int limit) {
        return jdbc.sql("""
                select * from channels_inbound
                 where account = :account and address = :address and event = 'MESSAGE' and state <> 'TAKEN'
                 order by turn desc, id desc limit :limit
                """)
                .param("account", from.account())
                .param("address", from.value())
                .param("limit", limit)
                .query((row, _) -> InboundRow.received(row))
                .list()
                .reversed();
    }

    /** For programs, and for a person who looks for one message. */
    Optional<InboundRow> find(String account, String externalId) {
        return jdbc.sql("""
                select * from channels_inbound where account = :account and external_id = :externalId
                """)
                .param("account", account)
                .param("externalId", externalId)
                .query((row, _) -> InboundRow.of(row))
                .optional();
    }

    /** Which of these events came before. */
    Set<String> known(String account, List<String> externalIds) {
        return jdbc.sql(
                        "select external_id from channels_inbound where account = :account and external_id = any (:ids)")
                .param("account", account)
                // A text of PostgreSQL has no NUL: such an id cannot have come before.
                .param(
                        "ids",
                        externalIds.stream().filter(id -> id.indexOf(0) < 0).toArray(String[]::new))
                .query((row, _) -> row.getString("external_id"))
                .set();
    }

    /** Takes the place of an event that is not a message; false when it was taken before. */
    boolean take(InboundEvent event, String kind, String what) {
        positions.advance();
        return jdbc.sql("""
                insert into channels_inbound (account, external_id, event, received_at, happened_at, kind, state)
                values (:account, :externalId, :event, :now, :at, :kind, 'DONE')
                on conflict (account, external_id) do nothing
                """)
                        .param("account", event.account())
                        .param("externalId", event.externalId())
                        .param("event", what)
                        .param("now", now())
                        .param("at", event.at().atOffset(ZoneOffset.UTC))
                        .param("kind", kind)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Line line(String account) {
        return accounts.line(account)
                .orElseThrow(() -> new IllegalStateException("the line " + account + " was switched off meanwhile"));
    }
}
