package id.pendopo.ticketing.alarm;

import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketCode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The alarms on PostgreSQL. */
@Component
class JdbcAlarms implements Alarms {

    private final AlarmStore store;
    private final DutyRoster roster;
    private final OnDuty duty;
    private final Clock clock;

    JdbcAlarms(AlarmStore store, DutyRoster roster, OnDuty duty, Clock clock) {
        this.store = store;
        this.roster = roster;
        this.duty = duty;
        this.clock = clock;
    }

    @Override
    public Map<Danger, Standing> foreseen(long conversation) {
        boolean crowded = store.crowded(conversation);
        Set<Danger> covered = duty.covered(clock.instant());
        Map<Danger, Standing> foreseen = new EnumMap<>(Danger.class);
        for (Danger danger : Danger.values()) {
            foreseen.put(
                    danger, crowded ? Standing.SLOW : covered.contains(danger) ? Standing.RINGING : Standing.NOBODY);
        }
        return foreseen;
    }

    @Override
    public Optional<Standing> standing(TicketCode code) {
        return store.standing(code);
    }

    @Override
    public Optional<Standing> standing(TicketCode code, Rung who) {
        return person(who).flatMap(_ -> store.standing(code));
    }

    @Override
    @Transactional
    public boolean take(TicketCode code, Rung who, Means by) {
        return person(who)
                .map(person -> store.take(code, new Alarm.Taken(person.name(), Optional.empty(), by)))
                .orElse(false);
    }

    private Optional<DutyPerson> person(Rung who) {
        return roster.find(who.duty()).filter(person -> person.phone().equals(who.phone()));
    }

    @Override
    public List<Waiting> waiting() {
        return store.waiting();
    }

    @Override
    @Transactional
    public void putOnDuty(String name, String phone) {
        if (roster.all().stream().noneMatch(person -> person.phone().equals(phone))) {
            roster.add(new DutyPerson(
                    0,
                    name,
                    phone,
                    EnumSet.of(Means.SMS, Means.CALL),
                    Set.of(),
                    Optional.empty(),
                    ZoneOffset.UTC,
                    false));
        }
    }

    @Override
    public List<Danger> unstaffed() {
        return List.copyOf(EnumSet.complementOf(duty.covered(clock.instant())));
    }
}
