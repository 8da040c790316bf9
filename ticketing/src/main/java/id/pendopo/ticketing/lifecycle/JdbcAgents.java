package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.HistoryEvent;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The repository of agents, as the desk knows them. */
@Component
class JdbcAgents implements Agents {

    private static final RowMapper<Agent> AGENT =
            (row, n) -> new Agent(row.getString("login"), row.getString("name"), row.getString("unit"));

    private final JdbcClient jdbc;
    private final TicketStore store;
    private final TicketSteps steps;

    JdbcAgents(JdbcClient jdbc, TicketStore store, TicketSteps steps) {
        this.jdbc = jdbc;
        this.store = store;
        this.steps = steps;
    }

    @Override
    public void put(Agent agent) {
        jdbc.sql("""
                        insert into ticket_agent (login, name, unit) values (?, ?, ?)
                        on conflict (login) do update set name = excluded.name, unit = excluded.unit""").params(agent.login(), agent.name(), agent.unit()).update();
    }

    @Override
    @Transactional
    public void remove(String login) {
        store.assignedTo(login)
                .forEach(row -> steps.take(
                        steps.lock(row.ticket().code()), Actor.DESK, new HistoryEvent.Assigned(Optional.empty())));
        jdbc.sql("delete from ticket_read where login = ?").param(login).update();
        jdbc.sql("delete from ticket_agent where login = ?").param(login).update();
    }

    @Override
    public Optional<Agent> find(String login) {
        return jdbc.sql("select login, name, unit from ticket_agent where login = ?")
                .param(login)
                .query(AGENT)
                .optional();
    }

    @Override
    public List<Agent> all() {
        return jdbc.sql("select login, name, unit from ticket_agent order by name, login")
                .query(AGENT)
                .list();
    }
}
