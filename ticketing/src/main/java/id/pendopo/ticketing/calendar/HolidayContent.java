package id.pendopo.ticketing.calendar;

import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.naming.StoredNames;
import id.pendopo.ui.ChangeLog.Change;
import id.pendopo.ui.ContentFiles;
import id.pendopo.ui.LinedDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Export and import of the public holidays: {@code holidays.json}. A day that is over is never taken away. */
@Component
@Order(12)
class HolidayContent implements ContentFiles {

    private static final String FILE = "holidays.json";
    private static final String KIND = "ticketing.change.holiday";
    private static final String YES = "ticketing.change.yes";

    private final JdbcHolidays holidays;
    private final StoredNames names;
    private final Clock clock;

    HolidayContent(JdbcHolidays holidays, StoredNames names, Clock clock) {
        this.holidays = holidays;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public boolean owns(String path) {
        return path.equals(FILE);
    }

    @Override
    public Map<String, String> export() {
        return Map.of(FILE, HolidayFile.of(holidays.all()).write());
    }

    @Override
    public Taken take(Map<String, String> files, Import how) {
        List<Fault> faults = new ArrayList<>();
        Map<LocalDate, Holiday> read = new LinkedHashMap<>();
        Optional.ofNullable(files.get(FILE))
                .flatMap(text -> LinedDocument.of(FILE, text, HolidayFile.JSON, faults))
                .ifPresent(document -> read(document, read));
        if (!faults.isEmpty() || !files.containsKey(FILE)) {
            return new Taken(faults, List.of(), List.of());
        }
        Map<LocalDate, Holiday> known =
                holidays.all().stream().collect(Collectors.toMap(Holiday::day, Function.identity()));
        List<Change> changes = new ArrayList<>();
        read.values().forEach(holiday -> put(holiday, Optional.ofNullable(known.get(holiday.day())), how, changes));
        if (how.remove()) {
            remove(known, read.keySet(), how, changes);
        }
        return new Taken(faults, changes, List.of());
    }

    private void put(Holiday holiday, Optional<Holiday> before, Import how, List<Change> changes) {
        if (!before.equals(Optional.of(holiday))) {
            holidays.put(holiday);
            changes.add(new Change(
                    how.actor(),
                    KIND,
                    holiday.day().toString(),
                    before.map(HolidayContent::values).orElse(Map.of()),
                    values(holiday)));
        }
    }

    private void remove(Map<LocalDate, Holiday> known, Set<LocalDate> kept, Import how, List<Change> changes) {
        LocalDate today = LocalDate.now(clock);
        known.values().stream()
                .filter(holiday ->
                        !kept.contains(holiday.day()) && !holiday.day().isBefore(today))
                .sorted(Comparator.comparing(Holiday::day))
                .forEach(holiday -> {
                    holidays.remove(holiday.day());
                    changes.add(new Change(how.actor(), KIND, "" + holiday.day(), values(holiday), Map.of()));
                });
    }

    private static Map<String, String> values(Holiday holiday) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "ticketing.admin.desk.name",
                holiday.names().inWords(),
                "ticketing.admin.desk.source",
                holiday.source()));
        if (holiday.jointLeave()) {
            values.put("ticketing.admin.desk.joint", YES);
        }
        if (holiday.provisional()) {
            values.put("ticketing.admin.desk.provisional", YES);
        }
        return values;
    }

    private void read(LinedDocument document, Map<LocalDate, Holiday> read) {
        String source = document.readWithout(Set.of("days"), Head.class)
                .flatMap(head -> Optional.ofNullable(head.source()))
                .orElse("")
                .strip();
        Map<LocalDate, String> places = new HashMap<>();
        for (String place : document.each("/days")) {
            document.read(place, HolidayFile.Day.class)
                    .flatMap(day -> holiday(document, place, day, source))
                    .ifPresent(holiday -> {
                        String first = places.putIfAbsent(holiday.day(), place);
                        if (first == null) {
                            read.put(holiday.day(), holiday);
                        } else {
                            document.fault(
                                    place + "/day",
                                    holiday.day() + " stands in line " + document.line(first + "/day")
                                            + " already; keep one of the two.");
                        }
                    });
        }
    }

    /** What stands above the days. */
    private record Head(@Nullable String source) {}

    private Optional<Holiday> holiday(LinedDocument document, String place, HolidayFile.Day day, String source) {
        if (day.day() == null) {
            document.fault(place, "the day is missing; write it like 2027-08-17.");
            return Optional.empty();
        }
        if ((day.source() == null ? source : day.source()).isBlank()) {
            document.fault(place, "the source is missing: number and date of the decree, here or at the file's head.");
            return Optional.empty();
        }
        Optional<String> wrong = Names.mistake(names.main(), day.names());
        wrong.ifPresent(remedy -> document.fault(place + "/names", remedy));
        return wrong.isPresent()
                ? Optional.empty()
                : Optional.of(day.holiday(new Names(names.main(), day.names()), source));
    }
}
