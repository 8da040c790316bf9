package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.organisation.TrustedReaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queries and the access log of confidential tickets: how many there are, who reads one, and who has looked at it. */
@Component
public class ConfidentialTickets {

    private static final Duration ONCE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final BreakGlasses opened;
    private final Clearances clearances;
    private final Clock clock;

    ConfidentialTickets(JdbcClient jdbc, BreakGlasses opened, Clearances clearances, Clock clock) {
        this.jdbc = jdbc;
        this.opened = opened;
        this.clearances = clearances;
        this.clock = clock;
    }

    /** Somebody looked at a ticket. */
    public record Look(String login, Instant at) {}

    /**
     * A confidential ticket, as its readers see it.
     *
     * @param until when it closes again for the one who looks; empty when they may read it anyway
     * @param readers the log-in names of those who read it without being assigned; empty: nobody does
     * @param looks the newest first, at most 50
     */
    public record Sight(Optional<Instant> until, List<String> readers, List<Look> looks) {}

    private record Row(long id, String category, String unit) {}

    private Optional<Row> row(TicketCode code) {
        return jdbc.sql("select t.id, t.category, t.unit from ticket t where t.code = :code and " + Viewer.CONFIDENTIAL)
                .param("code", code.digits())
                .query((row, _) -> new Row(row.getLong("id"), row.getString("category"), row.getString("unit")))
                .optional();
    }

    /** How somebody sees a ticket that they reach; empty when it is not confidential. */
    public Optional<Sight> sight(TicketCode code, String login) {
        return row(code)
                .map(ticket -> new Sight(
                        opened.until(ticket.id(), login),
                        List.copyOf(clearances.readers(ticket.category(), ticket.unit())),
                        looks(ticket.id())));
    }

    private List<Look> looks(long ticket) {
        return jdbc.sql("select login, at from ticket_look where ticket = ? order by at desc limit 50")
                .param(ticket)
                .query((row, _) -> new Look(
                        row.getString("login"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Notes that somebody looked, once an hour; nothing of a ticket that is not confidential. */
    public void look(TicketCode code, String login) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into ticket_look (ticket, login, at)
                        select t.id, :login, :now from ticket t
                        where t.code = :code and %s and not exists (
                            select 1 from ticket_look l where l.ticket = t.id and l.login = :login and l.at > :since)
                        on conflict do nothing""".formatted(Viewer.CONFIDENTIAL))
                .param("code", code.digits())
                .param("login", login)
                .param("now", TicketStore.utc(now))
                .param("since", TicketStore.utc(now.minus(ONCE)))
                .update();
    }

    /** How many confidential tickets that are worked lie in somebody's scope and are closed to them. */
    public int hidden(Viewer viewer) {
        return jdbc.sql("select count(*) from ticket t where t.status in ('NEW', 'OPEN', 'WAITING_ON_CITIZEN') and "
                        + viewer.hidden())
                .params(viewer.params())
                .query(Integer.class)
                .single();
    }

    /** Whether a ticket is one of those that are closed to somebody in their scope, worked or not. */
    boolean hides(TicketCode code, Viewer viewer) {
        return jdbc.sql("select count(*) from ticket t where t.code = :code and " + viewer.hidden())
                        .params(viewer.params())
                        .param("code", code.digits())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** A category is for whistle-blowers from now on: so are the tickets that it has. */
    @EventListener
    void withhold(TrustedReaders.Withheld category) {
        jdbc.sql("update ticket set withheld = true where category = ? and not withheld")
                .param(category.key())
                .update();
    }
}
