package id.pendopo.conversation;

import id.pendopo.ticketing.Ticket;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to a ticket, by the kinds of its events. */
public final class TicketEvents {

    private TicketEvents() {}

    public static List<String> of(JdbcClient jdbc, Ticket ticket) {
        return jdbc.sql("select e.kind from ticket_event e join ticket t on t.id = e.ticket where t.code = ?"
                        + " order by e.version")
                .param(ticket.code().digits())
                .query(String.class)
                .list();
    }
}
