package id.pendopo.ticketing.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.ticketing.Actor;
import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ticketing.Alarms.Rung;
import id.pendopo.ticketing.Alarms.Standing;
import id.pendopo.ticketing.Drafts;
import id.pendopo.ticketing.FakeCorrespondence;
import id.pendopo.ticketing.FakeDevices;
import id.pendopo.ticketing.FakeDutyCalls;
import id.pendopo.ticketing.HistoryEvent.Alarmed;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.HistoryEvent.Alarmed.Step;
import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.Outcome;
import id.pendopo.ticketing.Ticket;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketCommand;
import id.pendopo.ticketing.TicketEvent;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.TicketingTestApplication.Told;
import id.pendopo.ticketing.Tickets;
import id.pendopo.ticketing.lifecycle.TicketHistory;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody on duty is rung for an emergency, one after the other, until somebody takes it. */
@TicketingTest
class AlarmTests {

    private static final String JOKO = "+6281255501001";
    private static final String WATI = "+6281255501002";
    private static final String CHIEF = "+6281255501003";
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final Tickets tickets;
    private final Alarms alarms;
    private final AlarmBell bell;
    private final AlarmStore store;
    private final DutyRoster roster;
    private final FakeDutyCalls calls;
    private final FakeDevices devices;
    private final TicketHistory history;
    private final MovingClock clock;
    private final Told told;
    private final Agents agents;
    private final FakeCorrespondence correspondence;

    @Autowired
    AlarmTests(
            Tickets tickets,
            Alarms alarms,
            AlarmBell bell,
            AlarmStore store,
            DutyRoster roster,
            FakeDutyCalls calls,
            FakeDevices devices,
            TicketHistory history,
            MovingClock clock,
            Told told,
            Agents agents,
            FakeCorrespondence correspondence) {
        this.correspondence = correspondence;
        this.tickets = tickets;
        this.alarms = alarms;
        this.bell = bell;
        this.store = store;
        this.roster = roster;
        this.calls = calls;
        this.devices = devices;
        this.history = history;
        this.clock = clock;
        this.told = told;
        this.agents = agents;
    }

    private void withAccount(String name, String phone, String login, Set<Danger> dangers) {
        roster.add(new DutyPerson(
                0,
                name,
                phone,
                Set.of(Means.SMS),
                dangers,
                Optional.empty(),
                ZoneId.of("Asia/Jakarta"),
                false,
                Optional.of(login)));
    }

    private void onDuty(String name, String phone, boolean backup) {
        roster.add(new DutyPerson(
                0,
                name,
                phone,
                Set.of(Means.SMS, Means.CALL),
                Set.of(),
                Optional.empty(),
                ZoneId.of("Asia/Jakarta"),
                backup));
    }

    private Ticket fire() {
        return tickets.handle(new TicketCommand.Open(Drafts.fire()), Actor.CITIZEN);
    }

    private void rings(String... phones) {
        await().untilAsserted(() -> {
            bell.ring();
            assertThat(calls.rung()).containsExactly(phones);
        });
    }

    /** As often as the alarm comes in between. */
    private void desk(LongFunction<TicketCommand> step, Ticket ticket) {
        await().ignoreException(Tickets.StaleTicket.class).until(() -> {
            long version = tickets.find(ticket.code()).orElseThrow().version();
            tickets.handle(step.apply(version), Actor.agent("ani"));
            return true;
        });
    }

    private void close(Ticket ticket, Outcome outcome) {
        desk(version -> new TicketCommand.Close(ticket.code(), version, outcome, "Sudah."), ticket);
    }

    private Standing standing(Ticket ticket) {
        return alarms.standing(ticket.code()).orElseThrow();
    }

    private List<Alarmed> steps(Ticket ticket) {
        return history.of(ticket.code()).stream()
                .map(entry -> entry.event())
                .filter(Alarmed.class::isInstance)
                .map(Alarmed.class::cast)
                .toList();
    }

    private Rung rung(String phone) {
        long duty = calls.rings().stream()
                .filter(ring -> ring.phone().equals(phone))
                .findFirst()
                .orElseThrow()
                .duty();
        return new Rung(duty, phone);
    }

    @Test
    void ringsTheNextOneAfterTwoMinutesThenAroundAgainAndAtLastTheBackup() {
        onDuty("Joko", JOKO, false);
        onDuty("Wati", WATI, false);
        onDuty("Kepala", CHIEF, true);
        Ticket fire = fire();

        rings(JOKO);
        clock.forward(ANSWER.minusSeconds(1));
        bell.ring();
        assertThat(calls.rung()).containsExactly(JOKO);
        for (int i = 0; i < 7; i++) {
            clock.forward(ANSWER);
            bell.ring();
        }

        assertThat(calls.rung()).containsExactly(JOKO, WATI, JOKO, WATI, JOKO, WATI, CHIEF);
        assertThat(standing(fire)).isEqualTo(Standing.UNREACHED);
        assertThat(steps(fire)).hasSize(8).last().isEqualTo(Alarmed.of(Step.UNREACHED));
        assertThat(steps(fire).getFirst())
                .isEqualTo(new Alarmed(Step.RUNG, Optional.of("Joko"), List.of(Means.SMS, Means.CALL)));
    }

    @Test
    void stopsWhenSomebodyTakesItAndTellsTheCitizenOnce() {
        onDuty("Joko", JOKO, false);
        onDuty("Wati", WATI, false);
        Ticket fire = fire();
        rings(JOKO);

        assertThat(alarms.take(fire.code(), rung(JOKO), Means.CALL)).isTrue();
        assertThat(alarms.take(fire.code(), rung(JOKO), Means.SMS)).isFalse();
        await().untilAsserted(() -> assertThat(told)
                .filteredOn(TicketEvent.CitizenNotice.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((TicketEvent.CitizenNotice) event).key())
                        .isEqualTo("ticketing.notice.alarm.taken")));
        tickets.handle(new TicketCommand.AddInformation(fire.code(), "apinya makin besar"), Actor.CITIZEN);
        clock.forward(Duration.ofHours(1));
        bell.ring();

        assertThat(calls.rung()).containsExactly(JOKO);
        assertThat(standing(fire)).isEqualTo(Standing.TAKEN);
        assertThat(steps(fire)).last().isEqualTo(new Alarmed(Step.TAKEN, Optional.of("Joko"), List.of(Means.CALL)));
    }

    @Test
    void isTakenByNobodyWhoWasNotRungFromThatNumber() {
        onDuty("Joko", JOKO, false);
        Ticket fire = fire();
        rings(JOKO);

        Rung forged = new Rung(rung(JOKO).duty(), WATI);
        assertThat(alarms.standing(fire.code(), forged)).isEmpty();
        assertThat(alarms.take(fire.code(), forged, Means.SMS)).isFalse();
        assertThat(standing(fire)).isEqualTo(Standing.RINGING);
    }

    @Test
    void isTakenAtTheDeskByWhoeverSaysSoAnswersOrTakesTheTicket() {
        agents.put(new Agents.Agent("ani", "Ani", "dinas-pupr"));
        Ticket one = fire();
        Ticket other = fire();
        Ticket third = fire();

        tickets.handle(new TicketCommand.TakeAlarm(one.code()), Actor.agent("ani"));
        desk(version -> new TicketCommand.Reply(other.code(), version, "Kami ke sana."), other);

        assertThat(tickets.find(one.code()).orElseThrow().assignee()).contains("ani");
        assertThat(standing(one)).isEqualTo(Standing.TAKEN);
        assertThat(standing(other)).isEqualTo(Standing.TAKEN);
        assertThat(standing(third)).isEqualTo(Standing.NOBODY);
        desk(_ -> new TicketCommand.Assign(third.code(), Optional.of("ani")), third);
        assertThat(standing(third)).isEqualTo(Standing.TAKEN);
        await().untilAsserted(() -> assertThat(steps(one))
                .last()
                .isEqualTo(new Alarmed(Step.TAKEN, Optional.of("Ani"), List.of(Means.DESK))));
    }

    @Test
    void isOnThePageAloneWhileNobodyIsOnDutyAndRingsOnceSomebodyIs() {
        Ticket fire = fire();
        assertThat(alarms.foreseen(1)).containsEntry(Danger.FIRE, Standing.NOBODY);
        assertThat(standing(fire)).isEqualTo(Standing.NOBODY);
        assertThat(steps(fire)).containsExactly(Alarmed.of(Step.NOBODY));
        assertThat(alarms.unstaffed()).contains(Danger.FIRE);

        bell.ring();
        onDuty("Joko", JOKO, false);
        clock.forward(Duration.ofMinutes(1));

        rings(JOKO);
        assertThat(standing(fire)).isEqualTo(Standing.RINGING);
    }

    @Test
    void tellsTheDevicesOfWhoeverIsRungAndOfNobodyElse() {
        withAccount("Joko", JOKO, "joko", Set.of());
        withAccount("Wati", WATI, "wati", Set.of());
        withAccount("Kepala", CHIEF, "kepala", Set.of(Danger.MEDICAL));
        List.of("joko", "wati", "kepala", "ani").forEach(login -> devices.give(login, 2));
        Ticket fire = fire();

        rings(JOKO);
        assertThat(devices.told()).containsExactly("joko");
        assertThat(steps(fire))
                .containsExactly(new Alarmed(
                        Step.RUNG,
                        Optional.of("Joko"),
                        List.of(Means.SMS),
                        Optional.of(new Alarmed.Devices(2, false))));
        clock.forward(ANSWER);
        rings(JOKO, WATI);

        assertThat(devices.told()).containsExactly("joko", "wati");
    }

    @Test
    void ringsByDevicesAloneWhereThereIsNoLine() {
        withAccount("Joko", JOKO, "joko", Set.of());
        devices.give("joko", 1);
        calls.available(Set.of());
        Ticket fire = fire();

        await().untilAsserted(() -> {
            bell.ring();
            assertThat(devices.told()).containsExactly("joko");
        });

        assertThat(calls.rung()).isEmpty();
        assertThat(standing(fire)).isEqualTo(Standing.RINGING);
    }

    @Test
    void ringsNobodyWithoutALine() {
        onDuty("Joko", JOKO, false);
        calls.available(Set.of());

        assertThat(alarms.foreseen(1)).containsEntry(Danger.FIRE, Standing.NOBODY);
    }

    @Test
    void ringsAgainWhenTheCitizenWritesAfterNobodyWasReached() {
        onDuty("Joko", JOKO, false);
        Ticket fire = fire();
        rings(JOKO);
        for (int i = 0; i < 3; i++) {
            clock.forward(ANSWER);
            bell.ring();
        }
        assertThat(standing(fire)).isEqualTo(Standing.UNREACHED);

        tickets.handle(new TicketCommand.AddInformation(fire.code(), "tolong, masih terbakar"), Actor.CITIZEN);

        rings(JOKO, JOKO, JOKO, JOKO);
    }

    @Test
    void theFifthOfOnePersonWithinAnHourRingsNoTelephone() {
        onDuty("Joko", JOKO, false);
        for (int i = 0; i < 4; i++) {
            close(fire(), Outcome.DUPLICATE);
        }
        int before = calls.rung().size();

        Ticket fifth = fire();
        bell.ring();

        assertThat(standing(fifth)).isEqualTo(Standing.SLOW);
        assertThat(steps(fifth)).containsExactly(Alarmed.of(Step.SLOWED));
        assertThat(alarms.waiting()).extracting(Alarms.Waiting::code).containsExactly(fifth.code());
        assertThat(calls.rung()).hasSizeBetween(before, 4);
        clock.forward(Duration.ofHours(1));
        assertThat(alarms.foreseen(8)).containsEntry(Danger.FIRE, Standing.RINGING);
    }

    @Test
    void emergenciesOfOnePersonAreCountedTogetherWhateverLineTheyCameBy() {
        onDuty("Joko", JOKO, false);
        for (int i = 0; i < 4; i++) {
            close(fire(), Outcome.DUPLICATE);
        }
        assertThat(alarms.foreseen(9)).containsEntry(Danger.FIRE, Standing.RINGING);

        correspondence.samePerson(8, 9);

        assertThat(alarms.foreseen(9)).containsEntry(Danger.FIRE, Standing.SLOW);
    }

    @Test
    void endsWithTheTicketAndIsForgottenADayLater() {
        Ticket fire = fire();
        close(fire, Outcome.FIXED);

        assertThat(standing(fire)).isEqualTo(Standing.ENDED);
        assertThat(alarms.waiting()).isEmpty();
        clock.forward(Duration.ofDays(2));
        store.forget();
        assertThat(alarms.standing(fire.code())).isEmpty();
    }
}
