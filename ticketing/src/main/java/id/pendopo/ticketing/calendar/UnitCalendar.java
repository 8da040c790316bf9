package id.pendopo.ticketing.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;

/** The business-hours arithmetic of one unit: openings, working days, working time. Pure. */
public record UnitCalendar(ZoneId zone, List<Shift> shifts, Predicate<LocalDate> holiday) {

    /** So long that no row of holidays closes a desk for ever, and a search ends. */
    private static final int HORIZON_DAYS = 400;

    private record Span(Instant starts, Instant ends) {}

    public boolean open(Instant at) {
        return spans(day(at)).stream().anyMatch(span -> !at.isBefore(span.starts()) && at.isBefore(span.ends()));
    }

    public Instant nextOpening(Instant at) {
        LocalDate first = day(at);
        for (int i = 0; i < HORIZON_DAYS; i++) {
            for (Span span : spans(first.plusDays(i))) {
                if (at.isBefore(span.ends())) {
                    return at.isBefore(span.starts()) ? span.starts() : at;
                }
            }
        }
        throw new IllegalStateException("the unit does not open within " + HORIZON_DAYS + " days");
    }

    public Instant plusWorkingDays(Instant at, int days) {
        LocalDate day = day(at);
        Instant end = at;
        int left = days;
        for (int i = 0; left > 0; i++) {
            if (i > HORIZON_DAYS) {
                throw new IllegalStateException("the unit does not work " + days + " days within " + HORIZON_DAYS);
            }
            day = day.plusDays(1);
            List<Span> spans = spans(day);
            if (!spans.isEmpty()) {
                left--;
                end = spans.getLast().ends();
            }
        }
        return end;
    }

    public Duration between(Instant from, Instant to) {
        Duration worked = Duration.ZERO;
        for (LocalDate day = day(from); !day.isAfter(day(to)); day = day.plusDays(1)) {
            for (Span span : spans(day)) {
                Instant starts = span.starts().isBefore(from) ? from : span.starts();
                Instant ends = span.ends().isAfter(to) ? to : span.ends();
                if (starts.isBefore(ends)) {
                    worked = worked.plus(Duration.between(starts, ends));
                }
            }
        }
        return worked;
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private List<Span> spans(LocalDate day) {
        if (holiday.test(day)) {
            return List.of();
        }
        return shifts.stream()
                .filter(shift -> shift.weekday() == day.getDayOfWeek())
                .map(shift -> new Span(
                        ZonedDateTime.of(day, shift.starts(), zone).toInstant(),
                        ZonedDateTime.of(day, shift.ends(), zone).toInstant()))
                .toList();
    }
}
