package id.pendopo.ticketing.alarm;

import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.Ticket.Danger;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * An entry of the on-call rota: somebody who is rung in an emergency.
 *
 * @param id 0 before it is stored
 * @param phone in E.164
 * @param by SMS, a call or both
 * @param dangers for which kinds; empty for every kind
 * @param hours empty round the clock
 * @param zone in which the hours are told
 * @param backup rung last, when nobody of the others took it
 * @param account the log-in name of this person's account at the desk; empty when they have none
 */
public record DutyPerson(
        long id,
        String name,
        String phone,
        Set<Means> by,
        Set<Danger> dangers,
        Optional<Hours> hours,
        ZoneId zone,
        boolean backup,
        Optional<String> account) {

    /** Somebody without an account at the desk. */
    public DutyPerson(
            long id,
            String name,
            String phone,
            Set<Means> by,
            Set<Danger> dangers,
            Optional<Hours> hours,
            ZoneId zone,
            boolean backup) {
        this(id, name, phone, by, dangers, hours, zone, backup, Optional.empty());
    }

    public DutyPerson {
        by = Set.copyOf(by);
        dangers = Set.copyOf(dangers);
        if (name.isBlank() || !phone.matches("\\+\\d{7,15}") || by.isEmpty() || by.contains(Means.DESK)) {
            throw new IllegalArgumentException("whoever is on duty has a name, a number, and a way to be rung");
        }
    }

    /** From when until when, every day; past midnight when it ends earlier than it starts. */
    public record Hours(LocalTime starts, LocalTime ends) {

        boolean contain(LocalTime time) {
            boolean started = !time.isBefore(starts);
            boolean before = time.isBefore(ends);
            return starts.isBefore(ends) ? started && before : started || before;
        }
    }

    /** Whether this person is rung for it at that moment; nobody noted the kind: whoever is there. */
    boolean onDuty(Danger danger, Instant at) {
        boolean meant = dangers.isEmpty() || danger == Danger.OTHER || dangers.contains(danger);
        return meant
                && hours.map(times -> times.contain(at.atZone(zone).toLocalTime()))
                        .orElse(true);
    }

    @Override
    public String toString() {
        return "DutyPerson[" + id + "]";
    }
}
