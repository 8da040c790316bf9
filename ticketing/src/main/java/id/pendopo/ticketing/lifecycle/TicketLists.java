package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.lifecycle.TicketStore.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queries of ticket queues with keyset pages and read marks: what an agent has to look at, most urgent first. */
@Component
public class TicketLists {

    private static final String ACTIVE = "t.status in ('NEW', 'OPEN', 'WAITING_ON_CITIZEN')";

    private static final String SELECT = "select " + TicketStore.COLUMNS + ", " + BreakGlasses.OPENED + """
             as opened, a.name as assignee_name, t.spoken > coalesce(r.version, 0) as unread
            from ticket t
            left join ticket_agent a on a.login = t.assignee
            left join ticket_read r on r.ticket = t.id and r.login = :viewer
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TicketLists(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What an agent can look at. */
    public enum View {
        /** Nobody has taken it yet and nobody has answered. */
        NEW,
        /** Mine, as long as it is worked. */
        MINE,
        /** Everything that is worked. */
        ALL,
        /** The citizen has to answer. */
        WAITING,
        /** Past its deadline, and it is the desk's turn. */
        LATE
    }

    /**
     * One row of a list.
     *
     * @param assigneeName what colleagues read; empty when nobody has it
     * @param phone the last four digits
     * @param unread the citizen said something that this agent has not seen
     * @param confidential whether only those read it who need to know
     * @param opened whether somebody else opened it by break-glass of late
     */
    public record Item(
            Ticket ticket,
            Optional<String> assigneeName,
            Optional<String> phone,
            boolean unread,
            boolean confidential,
            boolean opened) {}

    /** A page of a list; {@code next} is empty on the last one. */
    public record Page(List<Item> items, Optional<Cursor> next) {}

    /** Where a page ends. Its text form travels in links. */
    public record Cursor(boolean urgent, Instant at, long id) {

        /** Empty when it is none; the list then begins at its beginning. */
        public static Optional<Cursor> parse(String text) {
            if (!text.matches("u?\\d{1,17}-\\d{1,18}")) {
                return Optional.empty();
            }
            boolean urgent = text.startsWith("u");
            String[] parts = text.substring(urgent ? 1 : 0).split("-");
            long micros = Long.parseLong(parts[0]);
            return Optional.of(new Cursor(
                    urgent,
                    Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000),
                    Long.parseLong(parts[1])));
        }

        @Override
        public String toString() {
            long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
            return (urgent ? "u" : "") + micros + "-" + id;
        }
    }

    /** A view of one agent: who is in danger, then by deadline. */
    public Page page(View view, Viewer viewer, Optional<Cursor> after, int size) {
        List<Found> found = jdbc.sql(SELECT + "where " + condition(view) + " and " + viewer.condition() + """

                        and (cast(:at as timestamptz) is null or (not t.urgent, t.due_at, t.id) > (not :urgent, :at, :id))
                        order by not t.urgent, t.due_at, t.id limit :limit""")
                .params(viewer.params())
                .param("now", TicketStore.utc(clock.instant()))
                .param("urgent", after.map(Cursor::urgent).orElse(false))
                .param("at", after.map(cursor -> TicketStore.utc(cursor.at())).orElse(null))
                .param("id", after.map(Cursor::id).orElse(0L))
                .param("limit", size + 1)
                .query((row, n) -> found(row))
                .list();
        return cut(
                found,
                size,
                row -> new Cursor(row.ticket().urgent(), row.ticket().due().orElseThrow(), row.id()));
    }

    /**
     * Tickets of every state, newest change first.
     *
     * @param words a code or its first digits, at least three, or part of a subject
     */
    public Page search(String words, Viewer viewer, Optional<Cursor> after, int size) {
        List<Found> found = jdbc.sql(SELECT + "where " + viewer.condition() + """

                        and (t.code like :code or t.subject ilike :like escape '!')
                        and (cast(:at as timestamptz) is null or (t.changed_at, t.id) < (:at, :id))
                        order by t.changed_at desc, t.id desc limit :limit""")
                .params(viewer.params())
                .param("code", codeStart(words))
                .param("like", "%" + words.strip().replaceAll("([!%_])", "!$1") + "%")
                .param("at", after.map(cursor -> TicketStore.utc(cursor.at())).orElse(null))
                .param("id", after.map(Cursor::id).orElse(0L))
                .param("limit", size + 1)
                .query((row, n) -> found(row))
                .list();
        return cut(found, size, row -> new Cursor(false, row.ticket().changed(), row.id()));
    }

    private static String codeStart(String words) {
        String digits = words.replaceAll("[\\s.\\-]", "");
        return digits.matches("\\d{3,16}") ? digits + "%" : "";
    }

    /** Those of some tickets that are reached, in no order. */
    public List<Item> of(List<TicketCode> codes, Viewer viewer) {
        return jdbc.sql(SELECT + "where t.code = any(:codes) and " + viewer.condition())
                .params(viewer.params())
                .param("codes", Viewer.digits(codes))
                .query((row, n) -> found(row).item())
                .list();
    }

    /** How many tickets each view holds for an agent; one pass over what is worked. */
    public Map<View, Integer> counts(Viewer viewer) {
        String sql = "select "
                + String.join(
                        ", ",
                        List.of(View.values()).stream()
                                .map(view -> "count(*) filter (where " + condition(view) + ") as " + view)
                                .toList())
                + " from ticket t where " + ACTIVE + " and " + viewer.condition();
        return jdbc.sql(sql)
                .params(viewer.params())
                .param("now", TicketStore.utc(clock.instant()))
                .query((row, n) -> {
                    Map<View, Integer> counts = new EnumMap<>(View.class);
                    for (View view : View.values()) {
                        counts.put(view, row.getInt(view.name()));
                    }
                    return counts;
                })
                .single();
    }

    /** The agent has seen the ticket at this version. */
    public void markRead(TicketCode code, String login, long version) {
        jdbc.sql("""
                        insert into ticket_read (login, ticket, version)
                        select :login, id, :version from ticket where code = :code
                        on conflict (login, ticket) do update
                        set version = greatest(ticket_read.version, excluded.version)""")
                .param("login", login)
                .param("code", code.digits())
                .param("version", version)
                .update();
    }

    private static String condition(View view) {
        return switch (view) {
            case NEW -> "t.status = 'NEW' and t.assignee is null";
            case MINE -> "t.assignee = :viewer and " + ACTIVE;
            case ALL -> ACTIVE;
            case WAITING -> "t.status = 'WAITING_ON_CITIZEN'";
            case LATE -> "t.status in ('NEW', 'OPEN') and t.due_at < :now";
        };
    }

    private record Found(Row row, Item item) {}

    private static Found found(ResultSet result) throws SQLException {
        Row row = TicketStore.row(result, 0);
        return new Found(
                row,
                new Item(
                        row.ticket(),
                        Optional.ofNullable(result.getString("assignee_name")),
                        row.phone(),
                        result.getBoolean("unread"),
                        row.confidential(),
                        result.getBoolean("opened")));
    }

    private static Page cut(List<Found> found, int size, Function<Row, Cursor> end) {
        List<Item> items = found.stream().limit(size).map(Found::item).toList();
        if (found.size() <= size) {
            return new Page(items, Optional.empty());
        }
        return new Page(items, Optional.of(end.apply(found.get(size - 1).row())));
    }
}
