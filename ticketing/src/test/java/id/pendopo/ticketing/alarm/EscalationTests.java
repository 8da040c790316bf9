package id.pendopo.ticketing.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.HistoryEvent.Alarmed.Means;
import id.pendopo.ticketing.Ticket.Danger;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom an alarm rings next, and who is on duty. */
class EscalationTests {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private static DutyPerson person(long id, boolean backup) {
        return new DutyPerson(
                id, "P" + id, "+62812000" + id + "00", Set.of(Means.CALL), Set.of(), Optional.empty(), JAKARTA, backup);
    }

    private static DutyPerson person(Set<Danger> dangers, String starts, String ends) {
        return new DutyPerson(
                1,
                "P",
                "+6281200000",
                Set.of(Means.SMS),
                dangers,
                Optional.of(new DutyPerson.Hours(LocalTime.parse(starts), LocalTime.parse(ends))),
                JAKARTA,
                false);
    }

    @Test
    void ringsEverybodyInOrderAgainAndThenThoseWhoAreRungLast() {
        List<DutyPerson> list = List.of(person(1, false), person(9, true), person(2, false));
        List<Long> order = new ArrayList<>();
        Escalation escalation = new Escalation(2);

        for (int rung = 0; escalation.next(list, rung).isPresent(); rung++) {
            order.add(escalation.next(list, rung).get().id());
        }

        assertThat(order).containsExactly(1L, 2L, 1L, 2L, 9L);
    }

    @Test
    void ringsNobodyFromAnEmptyList() {
        assertThat(new Escalation(3).next(List.of(), 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "08:00, 16:00, 01:00, true",
        "08:00, 16:00, 09:00, false",
        "22:00, 06:00, 16:00, true",
        "22:00, 06:00, 22:30, true",
        "22:00, 06:00, 23:00, false"
    })
    void isOnDutyWithinItsHoursAlsoPastMidnight(String starts, String ends, String utc, boolean onDuty) {
        assertThat(person(Set.of(), starts, ends).onDuty(Danger.FIRE, Instant.parse("2026-11-24T" + utc + ":00Z")))
                .isEqualTo(onDuty);
    }

    @Test
    void isRungForItsKindsOfDangerAndForOneThatNobodyNoted() {
        DutyPerson fires = person(Set.of(Danger.FIRE), "00:00", "23:59");
        Instant noon = Instant.parse("2026-11-24T05:00:00Z");

        assertThat(fires.onDuty(Danger.FIRE, noon)).isTrue();
        assertThat(fires.onDuty(Danger.OTHER, noon)).isTrue();
        assertThat(fires.onDuty(Danger.CRIME, noon)).isFalse();
    }
}
