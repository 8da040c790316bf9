package id.pendopo.ticketing.settings;

import id.pendopo.ticketing.calendar.Shift;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opening hours as people type them, a line for each weekday: {@code 07:30-12:00, 13:00-16:00}; empty: closed. */
public final class OpeningHours {

    private static final Pattern SPAN =
            Pattern.compile("([01]?[0-9]|2[0-3])[:.]([0-5][0-9])\\s*[-–]\\s*([01]?[0-9]|2[0-3])[:.]([0-5][0-9])");

    private OpeningHours() {}

    /** The days on which somebody is there. */
    public static Map<DayOfWeek, String> written(List<Shift> shifts) {
        return shifts.stream()
                .collect(Collectors.groupingBy(
                        Shift::weekday,
                        () -> new EnumMap<>(DayOfWeek.class),
                        Collectors.mapping(shift -> shift.starts() + "-" + shift.ends(), Collectors.joining(", "))));
    }

    /** The stretches of one day; empty when they cannot be read, overlap, or end before they begin. */
    static Optional<List<Shift>> of(DayOfWeek day, String typed) {
        List<Shift> shifts = new ArrayList<>();
        for (String part : typed.split("[,;]")) {
            Optional<Shift> shift = part.isBlank() ? Optional.empty() : shift(day, part.strip());
            if (shift.isPresent()) {
                shifts.add(shift.get());
            } else if (!part.isBlank()) {
                return Optional.empty();
            }
        }
        return inOrder(shifts) ? Optional.of(shifts) : Optional.empty();
    }

    private static Optional<Shift> shift(DayOfWeek day, String typed) {
        Matcher span = SPAN.matcher(typed);
        if (!span.matches()) {
            return Optional.empty();
        }
        LocalTime starts = time(span.group(1), span.group(2));
        LocalTime ends = time(span.group(3), span.group(4));
        return starts.isBefore(ends) ? Optional.of(new Shift(day, starts, ends)) : Optional.empty();
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
    }

    private static boolean inOrder(List<Shift> shifts) {
        for (int i = 1; i < shifts.size(); i++) {
            if (shifts.get(i).starts().isBefore(shifts.get(i - 1).ends())) {
                return false;
            }
        }
        return true;
    }
}
