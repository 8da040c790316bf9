package id.pendopo.ticketing.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.ticketing.BundledCatalogue;
import id.pendopo.ticketing.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the shipped hours: Monday to Thursday 07.30 to 16.00, Friday with its prayer break, and the holidays of 2026. */
class UnitCalendarTests {

    private static final String UNIT = "dinas-pupr";
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final WorkingCalendar calendar = BundledCatalogue.load().calendar();

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T07:29, false",
        "2026-11-24T07:30, true",
        "2026-11-24T15:59, true",
        "2026-11-24T16:00, false",
        "2026-11-27T11:29, true",
        "2026-11-27T12:00, false",
        "2026-11-27T13:00, true",
        "2026-11-28T10:00, false",
        "2026-12-24T10:00, false",
        "2026-12-25T10:00, false",
    })
    void isOpenWithinItsShiftsOnly(String local, boolean open) {
        assertThat(calendar.open(UNIT, at(local))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00, 2026-11-24T10:00",
        "2026-11-24T05:00, 2026-11-24T07:30",
        "2026-11-24T16:00, 2026-11-25T07:30",
        "2026-11-27T12:00, 2026-11-27T13:00",
        "2026-11-27T20:00, 2026-11-30T07:30",
        "2026-12-23T17:00, 2026-12-28T07:30",
        "2026-03-19T09:00, 2026-03-25T07:30",
    })
    void opensNextAfterNightsWeekendsAndHolidays(String local, String opening) {
        assertThat(calendar.nextOpening(UNIT, at(local))).isEqualTo(at(opening));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:00, 1, 2026-11-25T16:00",
        "2026-11-24T09:00, 3, 2026-11-27T16:30",
        "2026-11-24T09:00, 5, 2026-12-01T16:00",
        "2026-11-28T09:00, 1, 2026-11-30T16:00",
        "2026-12-22T09:00, 2, 2026-12-28T16:00",
        "2026-03-17T23:59, 1, 2026-03-25T16:00",
    })
    void countsWorkingDays(String local, int days, String end) {
        assertThat(calendar.plusWorkingDays(UNIT, at(local), days)).isEqualTo(at(end));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T09:00, 2026-11-24T10:30, PT1H30M",
        "2026-11-24T15:00, 2026-11-25T08:30, PT2H",
        "2026-11-27T11:00, 2026-11-27T14:00, PT1H30M",
        "2026-11-27T16:00, 2026-11-30T08:00, PT1H",
        "2026-12-24T08:00, 2026-12-27T08:00, PT0S",
        "2026-11-25T10:00, 2026-11-24T10:00, PT0S",
    })
    void measuresWorkingTime(String from, String to, Duration worked) {
        assertThat(calendar.between(UNIT, at(from), at(to))).isEqualTo(worked);
    }

    @Test
    void knowsNoOtherUnit() {
        assertThatThrownBy(() -> calendar.zone("dinas-lain")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String local) {
        return ZonedDateTime.of(LocalDateTime.parse(local), JAKARTA).toInstant();
    }
}
