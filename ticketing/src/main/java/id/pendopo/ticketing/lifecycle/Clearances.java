package id.pendopo.ticketing.lifecycle;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Agents.Agent;
import id.pendopo.ticketing.Agents.Reach;
import id.pendopo.ticketing.Agents.Scope;
import id.pendopo.ticketing.alarm.AlarmStore;
import id.pendopo.ticketing.organisation.TrustedReaders;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The rule of who is cleared for confidential tickets: whoever the category names; where it names nobody, the unit's
 * supervisors, or, while the unit has none of its own, those whose scope takes it in.
 */
@Component
public class Clearances {

    private final Agents agents;
    private final TrustedReaders trusted;
    private final BreakGlasses opened;
    private final AlarmStore alarms;

    Clearances(Agents agents, TrustedReaders trusted, BreakGlasses opened, AlarmStore alarms) {
        this.agents = agents;
        this.trusted = trusted;
        this.opened = opened;
        this.alarms = alarms;
    }

    /** Somebody's, as it is now. */
    Clearance of(String login) {
        Map<String, Set<String>> named = trusted.byCategory();
        Set<String> own = named.entrySet().stream()
                .filter(category -> category.getValue().contains(login))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Clearance(own, guarded(login), named.keySet(), opened.open(login), alarms.unattended());
    }

    private Set<String> guarded(String login) {
        List<Agent> supervisors =
                agents.all().stream().filter(Agent::supervises).toList();
        Set<String> units = new HashSet<>(agents.units().keySet());
        return supervisors.stream()
                .filter(agent -> agent.login().equals(login))
                .findFirst()
                .map(agent -> {
                    units.removeIf(unit -> !guards(agent, unit, supervisors));
                    return units;
                })
                .orElse(Set.of());
    }

    private static boolean guards(Agent supervisor, String unit, List<Agent> all) {
        return supervisor.unit().equals(unit)
                || (supervisor.scope() == Scope.AGENCY || supervisor.scope() == Scope.ALL)
                        && all.stream().noneMatch(other -> other.unit().equals(unit));
    }

    /** The log-in names of those who read the confidential tickets of a category in a unit; empty: nobody does. */
    public Set<String> readers(String category, String unit) {
        Set<String> named = trusted.byCategory().getOrDefault(category, Set.of());
        if (!named.isEmpty()) {
            return named;
        }
        List<Agent> supervisors =
                agents.all().stream().filter(Agent::supervises).toList();
        return supervisors.stream()
                .filter(agent -> guards(agent, unit, supervisors))
                .filter(agent -> reaches(agents.reach(agent.login()), unit))
                .map(Agent::login)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean reaches(Optional<Reach> reach, String unit) {
        return reach.filter(known -> switch (known.scope()) {
                    case AGENCY, ALL -> true;
                    case UNIT -> known.unit().equals(Optional.of(unit));
                    case OWN -> false;
                })
                .isPresent();
    }
}
