package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Agents.Reach;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketChanges.Changed;
import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.TicketStatus;
import id.pendopo.ticketing.alarm.AlarmStore;
import id.pendopo.ticketing.lifecycle.TicketStore.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The queries of tickets for whoever works or reads them, within their scope. A ticket that somebody does not reach is to
 * them as one that nobody ever opened.
 */
@Component
public class TicketQueries {

    private static final String SELECT = "select " + TicketStore.COLUMNS + " from ticket t where ";

    private final JdbcClient jdbc;
    private final Agents agents;
    private final AlarmStore alarms;
    private final Clearances clearances;

    TicketQueries(JdbcClient jdbc, Agents agents, AlarmStore alarms, Clearances clearances) {
        this.jdbc = jdbc;
        this.agents = agents;
        this.alarms = alarms;
        this.clearances = clearances;
    }

    /** A page, newest first; {@code next} is empty on the last one. */
    public record Page(List<Ticket> tickets, Optional<Long> next) {}

    /** How a live page hears of a changed ticket. */
    public enum News {
        /** By its code. */
        NAMED,
        /** Only that something came or went: the ticket is, or was until now, perhaps on the page. */
        UNNAMED,
        NONE
    }

    /** Somebody who looks, as the directory and the list of those on duty know them now. */
    public Viewer viewer(String login) {
        Optional<Reach> reach = agents.reach(login);
        return reach.isEmpty()
                ? new Viewer(login, reach, Set.of(), Clearance.NONE)
                : new Viewer(login, reach, alarms.waitingFor(login), clearances.of(login));
    }

    public Optional<Ticket> find(TicketCode code, Viewer viewer) {
        return jdbc.sql(SELECT + "t.code = :code and " + viewer.condition())
                .params(viewer.params())
                .param("code", code.digits())
                .query(TicketStore::row)
                .optional()
                .map(Row::ticket);
    }

    /** How many tickets of a unit are not closed. */
    public long open(String unit) {
        return jdbc.sql("""
                        select count(*) from ticket
                        where unit = ? and status in ('NEW', 'OPEN', 'WAITING_ON_CITIZEN')""").param(unit).query(Long.class).single();
    }

    public boolean reaches(TicketCode code, Viewer viewer) {
        return find(code, viewer).isPresent();
    }

    /** Those of some tickets that are reached, in the order given. */
    public List<TicketCode> reached(List<TicketCode> codes, Viewer viewer) {
        if (codes.isEmpty()) {
            return codes;
        }
        List<String> reached = jdbc.sql(
                        "select t.code from ticket t where t.code = any(:codes) and " + viewer.condition())
                .params(viewer.params())
                .param("codes", Viewer.digits(codes))
                .query((row, _) -> row.getString("code"))
                .list();
        return codes.stream().filter(code -> reached.contains(code.digits())).toList();
    }

    /**
     * Another ticket of the same person.
     *
     * @param reached whether the viewer may read it
     */
    public record Sibling(Ticket ticket, boolean reached) {}

    /** The tickets that were opened in some conversations, oldest first. */
    public List<Sibling> openedIn(List<Long> conversations, Viewer viewer) {
        return jdbc.sql("select " + TicketStore.COLUMNS + ", " + viewer.condition() + " as reached " + """
                        from ticket t where t.conversation = any(:conversations) order by t.id""")
                .params(viewer.params())
                .param("conversations", conversations.toArray(Long[]::new))
                .query((row, n) -> new Sibling(TicketStore.row(row, n).ticket(), row.getBoolean("reached")))
                .list();
    }

    /**
     * All that is reached, newest first.
     *
     * @param before where the page before ended
     */
    public Page page(Optional<TicketStatus> status, Optional<Long> before, int size, Viewer viewer) {
        List<Row> found = jdbc.sql(SELECT + viewer.condition() + """

                        and (cast(:status as text) is null or t.status = :status)
                        and (cast(:before as bigint) is null or t.id < :before)
                        order by t.id desc limit :limit""")
                .params(viewer.params())
                .param("status", status.map(TicketStatus::name).orElse(null))
                .param("before", before.orElse(null))
                .param("limit", size + 1)
                .query(TicketStore::row)
                .list();
        List<Row> shown = found.stream().limit(size).toList();
        return new Page(
                shown.stream().map(Row::ticket).toList(),
                found.size() > size ? Optional.of(shown.getLast().id()) : Optional.empty());
    }

    /** What somebody's live page is told of a change. */
    public News news(Changed changed, Viewer viewer) {
        return jdbc.sql("""
                        select case when %s then 'NAMED'
                            when t.urgent or exists (
                                select 1 from ticket_event e
                                where e.ticket = t.id and e.version between :version - 5 and :version
                                and e.kind in ('moved', 'assigned')) then 'UNNAMED'
                            else 'NONE' end
                        from ticket t where t.code = :code""".formatted(viewer.condition()))
                .params(viewer.params())
                .param("code", changed.code().digits())
                .param("version", changed.version())
                .query(News.class)
                .optional()
                .orElse(News.NONE);
    }
}
