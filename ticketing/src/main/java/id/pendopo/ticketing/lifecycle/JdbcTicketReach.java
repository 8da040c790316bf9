package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.TicketCode;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.lifecycle.TicketQueries.Sibling;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The access rule of tickets on PostgreSQL, as the queries of the desk follow it. */
@Component
class JdbcTicketReach implements Tickets.Reach {

    private final TicketQueries queries;

    JdbcTicketReach(TicketQueries queries) {
        this.queries = queries;
    }

    @Override
    public Set<TicketCode> reached(Collection<TicketCode> codes, String login) {
        return new HashSet<>(queries.reached(List.copyOf(codes), queries.viewer(login)));
    }

    @Override
    public Map<Long, Boolean> openedIn(List<Long> conversations, String login) {
        return queries.openedIn(conversations, queries.viewer(login)).stream()
                .collect(Collectors.toMap(
                        sibling -> sibling.ticket().conversation().orElseThrow(),
                        Sibling::reached,
                        (one, other) -> one || other));
    }

    @Override
    public boolean everyUnit(String login) {
        return queries.viewer(login).seesEveryUnit();
    }
}
