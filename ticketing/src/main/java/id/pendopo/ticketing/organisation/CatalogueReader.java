package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.calendar.Shift;
import id.pendopo.ticketing.organisation.CatalogueFile.CategoryLine;
import id.pendopo.ticketing.organisation.CatalogueFile.UnitLine;
import id.pendopo.ui.LinedDocument;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Import validation of {@code catalogue.json}: everything that is right in it; everything else becomes a fault of its line. */
final class CatalogueReader {

    private static final String KEY = "[a-z0-9-]{1,40}";
    private static final int MOST_DAYS = 90;

    private final LinedDocument document;
    private final Set<String> known;
    private final String main;
    private final Map<String, Map<DayOfWeek, List<String>>> weeks = new HashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, CategoryRecords.Entry> categories = new LinkedHashMap<>();
    private final Map<String, String> places = new HashMap<>();

    /**
     * @param known keys of the units that the desk has already
     * @param main the desk's own language
     */
    CatalogueReader(LinedDocument document, Set<String> known, String main) {
        this.document = document;
        this.known = known;
        this.main = main;
    }

    /** The named weeks alone, each by day. */
    private record Weeks(@Nullable Map<String, Map<DayOfWeek, List<String>>> hours) {}

    void read() {
        document.readWithout(Set.of("units", "categories"), Weeks.class)
                .flatMap(read -> Optional.ofNullable(read.hours()))
                .ifPresent(weeks::putAll);
        document.each("/units")
                .forEach(place -> document.read(place, UnitLine.class).ifPresent(line -> unit(place, line)));
        document.each("/categories")
                .forEach(place -> document.read(place, CategoryLine.class).ifPresent(line -> category(place, line)));
    }

    /** In the order of the file. */
    List<Unit> units() {
        return List.copyOf(units.values());
    }

    /** In the order of the file. */
    List<CategoryRecords.Entry> categories() {
        return List.copyOf(categories.values());
    }

    private void unit(String place, UnitLine line) {
        boolean right = key(place, line.key(), "unit") & names(place, line.names());
        Optional<ZoneId> zone = zone(place, line.zone());
        List<Shift> shifts = shifts(place, line.hours());
        Optional<Unit.Contact> contact = contact(place, line);
        if (right & promises(place, line.promises()) && zone.isPresent() && !shifts.isEmpty() && contact.isPresent()) {
            units.put(
                    line.key(),
                    new Unit(
                            line.key(),
                            new Names(main, line.names()),
                            zone.get(),
                            shifts,
                            line.promises(),
                            contact.get(),
                            !Boolean.FALSE.equals(line.active())));
        }
    }

    private Optional<Unit.Contact> contact(String place, UnitLine line) {
        try {
            return Optional.of(line.contact());
        } catch (IllegalArgumentException e) {
            document.fault(place, "write an address of at most 200 characters, and a number as it is dialled.");
            return Optional.empty();
        }
    }

    private Optional<ZoneId> zone(String place, @Nullable String zone) {
        try {
            return Optional.of(ZoneId.of(String.valueOf(zone)));
        } catch (DateTimeException e) {
            document.fault(
                    place + "/zone",
                    "\"" + zone + "\" is no time zone; write it as in the list of IANA, such as Etc/UTC.");
            return Optional.empty();
        }
    }

    private List<Shift> shifts(String place, @Nullable String name) {
        Map<DayOfWeek, List<String>> week = weeks.get(String.valueOf(name));
        if (week == null) {
            document.fault(
                    place + "/hours", "\"" + name + "\" is none of the weeks under \"hours\" at the top of this file.");
            return List.of();
        }
        try {
            List<Shift> shifts = CatalogueFile.shifts(week);
            if (shifts.isEmpty()) {
                document.fault("/hours/" + name, "a week needs a day with opening hours.");
            }
            return shifts;
        } catch (RuntimeException e) {
            document.fault(
                    "/hours/" + name, "write each stretch like 07:30-16:00, the end after the beginning, on one day.");
            return List.of();
        }
    }

    private boolean promises(String place, @Nullable Map<TicketType, Integer> promises) {
        boolean right = promises != null
                && !promises.isEmpty()
                && promises.values().stream().allMatch(days -> days != null && days >= 1 && days <= MOST_DAYS);
        return right
                || wrong(
                        place + "/promises",
                        "promise an answer within 1 to " + MOST_DAYS + " working days for one type at least.");
    }

    private void category(String place, CategoryLine line) {
        boolean right = key(place, line.key(), "category") & names(place, line.names());
        if (line.unit() == null || !units.containsKey(line.unit()) && !known.contains(line.unit())) {
            right = wrong(place + "/unit", "there is no unit \"" + line.unit() + "\", neither here nor on the desk.");
        }
        if (line.type() == null || line.visibility() == null) {
            right = wrong(place, "\"type\" or \"visibility\" is missing; write both as an exported file does.");
        }
        if (line.promise() != null && (line.promise() < 1 || line.promise() > MOST_DAYS)) {
            right = wrong(place + "/promise", "promise 1 to " + MOST_DAYS + " working days, or leave it out.");
        }
        if (right & examples(place, line)) {
            categories.put(line.key(), line.entry(new Names(main, line.names())));
        }
    }

    /** One line under two categories teaches neither. */
    private boolean examples(String place, CategoryLine line) {
        if (line.examples() == null) {
            return wrong(place, "\"examples\" is missing: how citizens say it, or [] for none.");
        }
        boolean right = true;
        for (int i = 0; i < line.examples().size(); i++) {
            String example = line.examples().get(i);
            String here = place + "/examples/" + i;
            if (example == null || example.isBlank()) {
                right = wrong(here, "an example is empty; take it out.");
            } else {
                right &= once("example", example.strip(), here);
            }
        }
        return right;
    }

    private boolean key(String place, @Nullable String key, String kind) {
        if (key == null || !key.matches(KEY)) {
            return wrong(place + "/key", "a key has 1 to 40 lower-case letters, digits and hyphens.");
        }
        return once(kind, key, place + "/key");
    }

    private boolean once(String kind, String value, String place) {
        String first = places.putIfAbsent(kind + ' ' + value, place);
        return first == null
                || wrong(
                        place,
                        kind + " \"" + value + "\" stands in line " + document.line(first)
                                + " already; keep one of the two.");
    }

    private boolean names(String place, @Nullable Map<String, String> names) {
        return Names.mistake(main, names)
                .map(remedy -> wrong(place + "/names", remedy))
                .orElse(true);
    }

    private boolean wrong(String place, String remedy) {
        document.fault(place, remedy);
        return false;
    }
}
