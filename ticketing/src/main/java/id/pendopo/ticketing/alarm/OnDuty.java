package id.pendopo.ticketing.alarm;

import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.Ticket.Danger;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds who of the on-call rota can be rung at a moment, and by what. */
@Component
class OnDuty {

    private final DutyRoster roster;
    private final ObjectProvider<Alarms.Telephone> calls;
    private final ObjectProvider<Alarms.Devices> devices;

    OnDuty(DutyRoster roster, ObjectProvider<Alarms.Telephone> calls, ObjectProvider<Alarms.Devices> devices) {
        this.roster = roster;
        this.calls = calls;
        this.devices = devices;
    }

    /** In the order in which they are rung. */
    List<DutyPerson> reachable(Danger danger, Instant at) {
        return reachable().filter(person -> person.onDuty(danger, at)).toList();
    }

    /** The kinds of danger for which somebody would be rung. */
    EnumSet<Danger> covered(Instant at) {
        List<DutyPerson> people = reachable().toList();
        EnumSet<Danger> covered = EnumSet.allOf(Danger.class);
        covered.removeIf(danger -> people.stream().noneMatch(person -> person.onDuty(danger, at)));
        return covered;
    }

    /** The entries of whoever has this account at the desk, whether or not a line could ring them. */
    List<DutyPerson> of(String account) {
        return roster.all().stream()
                .filter(person -> person.account().equals(Optional.of(account)))
                .toList();
    }

    private Stream<DutyPerson> reachable() {
        Set<Means> available = available();
        Set<String> owners = Optional.ofNullable(devices.getIfAvailable())
                .map(Alarms.Devices::owners)
                .orElse(Set.of());
        return roster.all().stream()
                .filter(person -> !ways(person, available).isEmpty()
                        || person.account().filter(owners::contains).isPresent());
    }

    /** By what somebody is rung; empty when no line can, and their devices are told alone. */
    Set<Means> ways(DutyPerson person) {
        return ways(person, available());
    }

    private Set<Means> available() {
        return Optional.ofNullable(calls.getIfAvailable())
                .map(Alarms.Telephone::available)
                .orElse(Set.of());
    }

    private static Set<Means> ways(DutyPerson person, Set<Means> available) {
        Set<Means> ways = EnumSet.noneOf(Means.class);
        ways.addAll(person.by());
        ways.retainAll(available);
        return ways;
    }
}
