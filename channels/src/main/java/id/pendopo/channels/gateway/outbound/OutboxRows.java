package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.Address;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queries over outbound rows, for those who look after them. */
@Component
public class OutboxRows {

    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is not final, failed or unknown, the latest change first.
     *
     * @param before the place where the page before ended
     */
    public List<OutboxRow> attention(Optional<Place> before, int limit) {
        return jdbc.sql("""
                select * from channels_outbound
                 where state in ('PENDING', 'SENDING', 'RETRY', 'FAILED', 'UNKNOWN')
                   and (:changed::timestamptz is null or (changed_at, id) < (:changed, :id))
                 order by changed_at desc, id desc limit :limit
                """)
                .param(
                        "changed",
                        before.map(place -> place.changed().atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param("id", before.map(Place::id).orElse(0L))
                .param("limit", limit)
                .query((row, _) -> OutboxRow.of(row))
                .list();
    }

    public Optional<OutboxRow> find(long id) {
        return jdbc.sql("select * from channels_outbound where id = :id")
                .param("id", id)
                .query((row, _) -> OutboxRow.of(row))
                .optional();
    }

    /** What a turn said. */
    public List<OutboxRow> turn(String account, @Nullable Long conversation, @Nullable Long turn) {
        return jdbc.sql("""
                select * from channels_outbound
                 where account = :account and conversation = :conversation and turn = :turn order by part, id
                """)
                .param("account", account)
                .param("conversation", conversation)
                .param("turn", turn)
                .query((row, _) -> OutboxRow.of(row))
                .list();
    }

    /** What was queued since then and is not yet forgotten. */
    public List<Queued> queuedSince(Instant since) {
        return jdbc.sql("""
                select id, account, address, created_at from channels_outbound
                 where created_at > :since and address is not null
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Queued(
                        row.getLong("id"),
                        new Address(row.getString("account"), row.getString("address")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What each account sent since then. */
    public Map<String, Tally> tallies(Instant since) {
        Map<String, Tally> tallies = new HashMap<>();
        jdbc.sql("""
                select account, count(*) filter (where state in ('SENT', 'DELIVERED', 'READ')) as sent,
                       count(*) filter (where state = 'FAILED') as failed,
                       max(changed_at) filter (where state in ('SENT', 'DELIVERED', 'READ')) as last
                  from channels_outbound where created_at > :since group by account
                """).param("since", since.atOffset(ZoneOffset.UTC)).query(row -> {
            tallies.put(
                    row.getString("account"),
                    new Tally(
                            row.getLong("sent"),
                            row.getLong("failed"),
                            Optional.ofNullable(row.getObject("last", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant)));
        });
        return tallies;
    }

    /**
     * What an account sent within a time.
     *
     * @param sent messages that a provider took
     * @param failed messages that nobody will try again
     * @param last when one was last known to be taken
     */
    public record Tally(long sent, long failed, Optional<Instant> last) {}

    /** The digits of the ticket that one of these messages to a person was about, the first of them that was about any. */
    public Optional<String> ticket(Address to, List<String> providerIds) {
        return jdbc.sql("""
                select ticket from channels_outbound
                 where account = :account and provider_id = any (:ids) and address = :address and ticket is not null
                 order by array_position(:ids, provider_id) limit 1
                """)
                .param("account", to.account())
                .param("ids", providerIds.toArray(String[]::new))
                .param("address", to.value())
                .query(String.class)
                .optional();
    }

    /**
     * A condition for other statements: whether a turn was answered about a ticket.
     *
     * @param turn an SQL name of a row with {@code conversation} and {@code turn}
     * @param ticket an SQL expression
     */
    public static String answeredAbout(String turn, String ticket) {
        return "exists (select from channels_outbound answer where answer.conversation = %1$s.conversation and answer.turn = %1$s.turn and answer.ticket = %2$s)"
                .formatted(turn, ticket);
    }

    /** A row by its number, and whom it is for. */
    public record Queued(long id, Address address, Instant at) {}

    /** Where a page ended. */
    public record Place(Instant changed, long id) {

        /** {@code 2026-11-24T07:30:00Z_42}, as {@link #toString} writes it; empty if it is anything else. */
        public static Optional<Place> parse(String text) {
            String[] parts = text.split("_", 2);
            try {
                return parts.length == 2
                        ? Optional.of(new Place(Instant.parse(parts[0]), Long.parseLong(parts[1])))
                        : Optional.empty();
            } catch (DateTimeException | NumberFormatException wrong) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return changed + "_" + id;
        }
    }
}
