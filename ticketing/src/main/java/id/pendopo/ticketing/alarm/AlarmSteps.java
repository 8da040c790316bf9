package id.pendopo.ticketing.alarm;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.Alarms.Standing;
import id.pendopo.ticketing.HistoryEvent.Alarmed;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Step;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The steps of an alarm, each within the caller's transaction: rings, writes the ticket's history, moves the alarm on.
 * Conversations are reached for first, then the ticket, then the alarm, as in a turn.
 */
@Component
class AlarmSteps {

    /** How often it is looked whether somebody is on duty by now. */
    private static final Duration LOOKED_AGAIN = Duration.ofMinutes(1);

    private final AlarmStore store;
    private final OnDuty duty;
    private final Escalation escalation;
    private final EmergencyProperties settings;
    private final Tickets tickets;
    private final ObjectProvider<Alarms.Telephone> calls;
    private final ObjectProvider<Alarms.Devices> devices;
    private final Clock clock;

    AlarmSteps(
            AlarmStore store,
            OnDuty duty,
            EmergencyProperties settings,
            Tickets tickets,
            ObjectProvider<Alarms.Telephone> calls,
            ObjectProvider<Alarms.Devices> devices,
            Clock clock) {
        this.store = store;
        this.duty = duty;
        this.escalation = new Escalation(settings.rounds());
        this.settings = settings;
        this.tickets = tickets;
        this.calls = calls;
        this.devices = devices;
        this.clock = clock;
    }

    void take(Alarm alarm) {
        switch (alarm.standing()) {
            case RINGING, NOBODY -> goOn(alarm);
            case TAKEN -> {
                Alarm.Taken taken = alarm.taken().orElseThrow();
                note(alarm, new Alarmed(Step.TAKEN, Optional.of(taken.by()), List.of(taken.means())));
                store.step(alarm, Standing.TAKEN, alarm.rung(), Optional.empty());
            }
            case SLOW, UNREACHED, ENDED -> store.step(alarm, alarm.standing(), alarm.rung(), Optional.empty());
        }
    }

    private void goOn(Alarm alarm) {
        Instant now = clock.instant();
        List<DutyPerson> onDuty = duty.reachable(alarm.danger(), now);
        Optional<DutyPerson> next = escalation.next(onDuty, alarm.rung());
        if (next.isPresent()) {
            Instant until = now.plus(settings.answerWithin());
            ring(alarm, next.get(), until);
            store.step(alarm, Standing.RINGING, alarm.rung() + 1, Optional.of(until));
        } else if (alarm.rung() > 0) {
            note(alarm, Alarmed.of(Step.UNREACHED));
            store.step(alarm, Standing.UNREACHED, alarm.rung(), Optional.empty());
        } else {
            if (alarm.standing() == Standing.RINGING) {
                note(alarm, Alarmed.of(Step.NOBODY));
            }
            store.step(alarm, Standing.NOBODY, 0, Optional.of(now.plus(LOOKED_AGAIN)));
        }
    }

    private void ring(Alarm alarm, DutyPerson person, Instant until) {
        Set<Means> ways = duty.ways(person);
        Ticket ticket = tickets.find(alarm.code()).orElseThrow(() -> new Tickets.NoSuchTicket(alarm.code()));
        if (!ways.isEmpty()) {
            calls.getObject().ring(new Alarms.Ring(ticket, person.id(), person.phone(), ways));
        }
        note(
                alarm,
                new Alarmed(
                        Step.RUNG,
                        Optional.of(person.name()),
                        ways.stream().sorted().toList(),
                        tell(person, ticket, until)));
    }

    private Optional<Alarmed.Devices> tell(DutyPerson person, Ticket ticket, Instant until) {
        return person.account()
                .flatMap(login ->
                        Optional.ofNullable(devices.getIfAvailable()).map(own -> own.tell(login, ticket, until)))
                .filter(told -> told > 0)
                .map(told -> new Alarmed.Devices(told, false));
    }

    private void note(Alarm alarm, Alarmed happened) {
        Actor actor = alarm.taken()
                .filter(_ -> happened.step() == Step.TAKEN)
                .flatMap(Alarm.Taken::login)
                .map(Actor::agent)
                .orElse(Actor.DESK);
        tickets.handle(new TicketCommand.NoteAlarm(alarm.code(), happened), actor);
    }
}
