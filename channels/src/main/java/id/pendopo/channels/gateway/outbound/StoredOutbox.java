package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.Address;
import id.pendopo.channels.LiveEvents;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.Outbox;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.gateway.limits.Spending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The transactional outbox: the outbound rows as the desk sees them; {@link Lanes} and its worker move them on. */
@Component
public class StoredOutbox implements Outbox {

    private static final String INSERT = """
            insert into channels_outbound (id, account, conversation, turn, part, author, language, ticket, speaker,
                                           state, reason, created_at, changed_at, due_at, address, blocks)
            overriding system value
            select id, account, conversation, turn, part, author, language, ticket, speaker,
                   state, reason, at, at, at, address, blocks
              from jsonb_to_recordset(:replies::jsonb) as row (
                   id bigint, account text, conversation bigint, turn bigint, part integer, author text, language text,
                   ticket text, speaker text, state text, reason text, at timestamptz, address text, blocks jsonb)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Lanes lanes;
    private final Addresses addresses;
    private final CircuitBreakers breakers;
    private final LiveEvents live;
    private final RowNumbers numbers;
    private final Spending spending;

    StoredOutbox(
            JdbcClient jdbc,
            Clock clock,
            Lanes lanes,
            Addresses addresses,
            CircuitBreakers breakers,
            LiveEvents live,
            RowNumbers numbers,
            Spending spending) {
        this.spending = spending;
        this.jdbc = jdbc;
        this.clock = clock;
        this.lanes = lanes;
        this.addresses = addresses;
        this.breakers = breakers;
        this.live = live;
        this.numbers = numbers;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long queue(OutboundMessage message) {
        List<ChannelAdapter.Rendered> numbered = numbered(List.of(message));
        jdbc.sql(INSERT)
                .param("replies", MessageJson.rows(rows(numbered, false)))
                .update();
        stored(List.of(message), false);
        return numbered.getFirst().id();
    }

    /** The statement that stores the messages of {@code :replies}, as {@link #rows} writes them; a condition may follow. */
    public static String insert() {
        return INSERT;
    }

    /** The messages with the numbers that their rows will have. */
    public List<ChannelAdapter.Rendered> numbered(List<OutboundMessage> messages) {
        return messages.stream()
                .map(message -> new ChannelAdapter.Rendered(numbers.next(), message))
                .toList();
    }

    /**
     * The messages as {@link #insert} takes them.
     *
     * @param byResponse whether they are counted as sent, because they go out in the response of the request which
     *     brought the message
     */
    public List<MessageJson.Row> rows(List<ChannelAdapter.Rendered> messages, boolean byResponse) {
        Instant now = clock.instant();
        return messages.stream()
                .map(message -> MessageJson.Row.of(message, byResponse, now))
                .toList();
    }

    /** To be told when the rows are there. */
    public void stored(List<OutboundMessage> messages, boolean byResponse) {
        messages.forEach(message -> live.changed(LiveEvents.topic(message.to())));
        if (byResponse) {
            AfterCommit.run(() -> spending.left(messages));
        } else {
            messages.stream().map(OutboundMessage::conversation).distinct().forEach(lanes::open);
        }
    }

    @Override
    public List<Sent> sent(long conversation) {
        return jdbc.sql("""
                select * from channels_outbound where conversation = :conversation order by turn, part, id
                """)
                .param("conversation", conversation)
                .query((row, _) -> row(row))
                .list();
    }

    @Override
    public boolean hasSent(OutboundMessage.Author author) {
        return jdbc.sql("""
                select exists (select 1 from channels_outbound
                                where author = :author and state in ('SENT', 'DELIVERED', 'READ'))
                """).param("author", author.name()).query(Boolean.class).single();
    }

    @Override
    public List<Sent> latest(Address to, int limit) {
        return jdbc.sql("""
                select * from channels_outbound where account = :account and address = :address
                 order by turn desc, part desc, id desc limit :limit
                """)
                .param("account", to.account())
                .param("address", to.value())
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list()
                .reversed();
    }

    @Override
    public List<Sent> after(Address to, long turn, int part) {
        return jdbc.sql("""
                select * from channels_outbound
                 where account = :account and address = :address and (turn, part) > (:turn, :part)
                 order by turn, part, id
                """)
                .param("account", to.account())
                .param("address", to.value())
                .param("turn", turn)
                .param("part", part)
                .query((row, _) -> row(row))
                .list();
    }

    /** The lane is locked before the row, as a worker does it. */
    @Override
    @Transactional
    public boolean retry(long id) {
        jdbc.sql(
                        "select conversation from channels_outbound where id = :id and state in ('FAILED', 'UNKNOWN', 'RETRY')")
                .param("id", id)
                .query(Long.class)
                .optional()
                .ifPresent(lanes::open);
        Optional<Sent> again = jdbc.sql("""
                update channels_outbound
                   set state = 'PENDING', due_at = :now, changed_at = :now, first_failed_at = null, attempts = 0,
                       doubt_since = null, by_hand = true, window_closed = false, remedied = false
                 where id = :id and state in ('FAILED', 'UNKNOWN', 'RETRY') and address is not null
                returning *
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .query((row, _) -> row(row))
                .optional();
        // A person who tries again knows better than what the provider said last time.
        again.map(sent -> sent.message().to()).ifPresent(address -> {
            addresses.blocked(address, false);
            breakers.mended(address.account());
        });
        return again.isPresent();
    }

    /** A row with its message; an emptied row has neither address nor words left. */
    static Sent row(ResultSet row) throws SQLException {
        String address = row.getString("address");
        OutboundMessage message = new OutboundMessage(
                new Address(row.getString("account"), address == null ? "-" : address),
                row.getLong("conversation"),
                row.getLong("turn"),
                row.getInt("part"),
                OutboundMessage.Author.valueOf(row.getString("author")),
                Locale.forLanguageTag(row.getString("language")),
                MessageJson.blocks(row.getString("blocks")),
                Optional.ofNullable(row.getString("ticket")),
                Optional.ofNullable(row.getString("speaker")));
        return new Sent(
                row.getLong("id"),
                message,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reason")));
    }
}
