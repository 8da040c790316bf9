package id.pendopo.ticketing.lifecycle;

import id.pendopo.ui.KeptTables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repository of break-glass access: who opened which confidential ticket, and until when it is open to them. */
@Component
public class BreakGlasses implements KeptTables {

    /** How long a ticket is open to whoever opened it. */
    public static final Duration OPEN = Duration.ofMinutes(60);

    /** How long its readers are told in their lists. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** SQL of whether {@code ticket t} was opened of late, for lists. */
    static final String OPENED = "exists (select 1 from ticket_break_glass g where g.ticket = t.id)";

    private final JdbcClient jdbc;
    private final Clock clock;

    BreakGlasses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a ticket, by its row. */
    void open(long ticket, String login, Instant now) {
        jdbc.sql("""
                        insert into ticket_break_glass (ticket, login, at, until) values (:ticket, :login, :now, :until)
                        on conflict do nothing""")
                .param("ticket", ticket)
                .param("login", login)
                .param("now", TicketStore.utc(now))
                .param("until", TicketStore.utc(now.plus(OPEN)))
                .update();
    }

    /** The rows of the tickets that are open to somebody now. */
    Set<Long> open(String login) {
        return Set.copyOf(
                jdbc.sql("select distinct ticket from ticket_break_glass where login = :login and until > :now")
                        .param("login", login)
                        .param("now", TicketStore.utc(clock.instant()))
                        .query(Long.class)
                        .list());
    }

    /** Until when a ticket, by its row, is open to somebody; empty when it is not. */
    Optional<Instant> until(long ticket, String login) {
        return jdbc.sql("""
                        select until from ticket_break_glass
                        where ticket = :ticket and login = :login and until > :now
                        order by until desc limit 1""")
                .param("ticket", ticket)
                .param("login", login)
                .param("now", TicketStore.utc(clock.instant()))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void forget() {
        over("delete").update();
    }

    private JdbcClient.StatementSpec over(String what) {
        return jdbc.sql(what + " from ticket_break_glass where at < ?")
                .param(TicketStore.utc(clock.instant().minus(KEPT)));
    }

    @Override
    public List<Table> tables() {
        return List.of(Table.of(
                "ticket_break_glass",
                new Rule(
                        "the mark of a confidential case that was opened by break-glass",
                        KEPT.toString(),
                        "",
                        () -> over("select count(*)").query(Long.class).single())));
    }
}
