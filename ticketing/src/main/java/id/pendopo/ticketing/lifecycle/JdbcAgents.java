package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.HistoryEvent;
import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.alarm.DutyRoster;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.organisation.TrustedReaders;
import id.pendopo.ticketing.organisation.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The repository of agents and readers, as the desk knows them. */
@Component
class JdbcAgents implements Agents {

    private static final RowMapper<Agent> AGENT = (row, _) -> new Agent(
            row.getString("login"),
            row.getString("name"),
            row.getString("unit"),
            scope(row),
            row.getBoolean("supervises"));

    private final JdbcClient jdbc;
    private final TicketStore store;
    private final TicketSteps steps;
    private final Catalogue catalogue;
    private final DutyRoster roster;
    private final TrustedReaders trusted;

    JdbcAgents(
            JdbcClient jdbc,
            TicketStore store,
            TicketSteps steps,
            Catalogue catalogue,
            DutyRoster roster,
            TrustedReaders trusted) {
        this.jdbc = jdbc;
        this.store = store;
        this.steps = steps;
        this.catalogue = catalogue;
        this.roster = roster;
        this.trusted = trusted;
    }

    @Override
    public void put(Agent agent) {
        jdbc.sql("""
                        insert into ticket_agent (login, name, unit, scope, supervises) values (?, ?, ?, ?, ?)
                        on conflict (login) do update set name = excluded.name, unit = excluded.unit,
                            scope = excluded.scope, supervises = excluded.supervises""")
                .params(agent.login(), agent.name(), agent.unit(), agent.scope().key(), agent.supervises())
                .update();
    }

    @Override
    @Transactional
    public void remove(String login) {
        store.assignedTo(login)
                .forEach(row -> steps.take(
                        steps.lock(row.ticket().code()), Actor.DESK, new HistoryEvent.Assigned(Optional.empty())));
        roster.forget(login);
        jdbc.sql("delete from ticket_read where login = ?").param(login).update();
        jdbc.sql("delete from ticket_agent where login = ?").param(login).update();
        forgetTrust(login);
    }

    @Override
    public Optional<Agent> find(String login) {
        return jdbc.sql("select login, name, unit, scope, supervises from ticket_agent where login = ?")
                .param(login)
                .query(AGENT)
                .optional();
    }

    @Override
    public List<Agent> all() {
        return jdbc.sql("select login, name, unit, scope, supervises from ticket_agent order by name, login")
                .query(AGENT)
                .list();
    }

    @Override
    public void putReader(Reader reader) {
        jdbc.sql("""
                        insert into ticket_reader (name, unit, scope) values (:name, :unit, :scope)
                        on conflict (name) do update set unit = excluded.unit, scope = excluded.scope""")
                .param("name", reader.name())
                .param("unit", reader.reach().unit().orElse(null))
                .param("scope", reader.reach().scope().key())
                .update();
    }

    @Override
    @Transactional
    public void removeReader(String name) {
        jdbc.sql("delete from ticket_reader where name = ?").param(name).update();
        forgetTrust(name);
    }

    /** Whoever comes back under the same name is trusted anew, or not. */
    private void forgetTrust(String name) {
        if (reach(name).isEmpty()) {
            trusted.forget(name);
        }
    }

    @Override
    public List<Reader> readers() {
        return jdbc.sql("select name, unit, scope from ticket_reader order by name")
                .query((row, _) -> new Reader(
                        row.getString("name"), new Reach(Optional.ofNullable(row.getString("unit")), scope(row))))
                .list();
    }

    @Override
    public Optional<Reach> reach(String name) {
        return jdbc.sql("""
                        select unit, scope, 1 as rank from ticket_agent where login = :name
                        union all
                        select unit, scope, 2 from ticket_reader where name = :name
                        order by rank limit 1""")
                .param("name", name)
                .query((row, _) -> new Reach(Optional.ofNullable(row.getString("unit")), scope(row)))
                .optional();
    }

    @Override
    public Map<String, Names> units() {
        Map<String, Names> names = new LinkedHashMap<>();
        for (Unit unit : catalogue.units()) {
            names.put(unit.key(), unit.names());
        }
        return names;
    }

    @Override
    public Set<String> activeUnits() {
        return catalogue.units().stream().filter(Unit::active).map(Unit::key).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Names> checkedUnits() {
        return catalogue.checkedUnits();
    }

    private static Scope scope(ResultSet row) throws SQLException {
        return Scope.of(row.getString("scope")).orElseThrow();
    }
}
