package id.pendopo.ticketing.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.calendar.Shift;
import id.pendopo.ui.CountryPack;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The country pack's JSON file of units and categories that an empty desk starts with. Names stand by language, the desk's
 * own first.
 *
 * @param hours named weeks, {@code {"kantor": {"FRIDAY": ["07:30-11:30", "13:00-16:30"]}}}
 * @param categories in the order in which citizens read them
 */
record CatalogueFile(
        Map<String, Map<DayOfWeek, List<String>>> hours, List<UnitLine> units, List<CategoryLine> categories) {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .defaultPrettyPrinter(
                    new DefaultPrettyPrinter().withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(values -> values.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** @param active false: it gets no new tickets */
    record UnitLine(
            String key,
            Map<String, String> names,
            String zone,
            String hours,
            Map<TicketType, Integer> promises,
            @Nullable String address,
            @Nullable String phone,
            @Nullable Boolean active) {

        /** @throws IllegalArgumentException the address is too long, or the number is none */
        Unit.Contact contact() {
            return new Unit.Contact(
                    Optional.ofNullable(address).orElse(""),
                    Optional.ofNullable(phone).orElse(""));
        }
    }

    /**
     * @param promise working days until an answer; absent: what the unit promises
     * @param danger absent: nobody is in danger
     * @param active false: citizens cannot choose it
     */
    record CategoryLine(
            String key,
            String unit,
            TicketType type,
            Visibility visibility,
            Map<String, String> names,
            List<String> examples,
            @Nullable Integer promise,
            @Nullable Danger danger,
            @Nullable Boolean active) {

        CategoryRecords.Entry entry(Names called) {
            return new CategoryRecords.Entry(
                    new Category(key, unit, type, called, examples, Optional.ofNullable(danger)),
                    visibility,
                    Optional.ofNullable(promise),
                    !Boolean.FALSE.equals(active));
        }
    }

    /** What goes without saying is not written. */
    private static @Nullable String written(String value) {
        return value.isEmpty() ? null : value;
    }

    private static @Nullable Boolean written(boolean active) {
        return active ? null : Boolean.FALSE;
    }

    /** @throws id.pendopo.ui.CountryPackRefused the pack's file is missing or not well-formed; the message says where */
    static CatalogueFile of(CountryPack pack) {
        return pack.read("catalogue.json", CatalogueFile::read);
    }

    private static CatalogueFile read(InputStream file) {
        CatalogueFile read = JSON.readValue(file, CatalogueFile.class);
        if (read.asUnits().isEmpty() || read.asCategories().isEmpty()) {
            throw new IllegalArgumentException("a desk needs a unit and a category");
        }
        return read;
    }

    List<Unit> asUnits() {
        return units.stream()
                .map(line -> new Unit(
                        line.key(),
                        Names.of(line.names()),
                        ZoneId.of(line.zone()),
                        shifts(line.hours()),
                        line.promises(),
                        line.contact(),
                        !Boolean.FALSE.equals(line.active())))
                .toList();
    }

    /**
     * What a desk has now, so that it reads the same again.
     *
     * @param names of weeks that have one already; any other is called by its first unit
     */
    static CatalogueFile of(List<Unit> units, List<CategoryRecords.Entry> categories, CatalogueFile names) {
        Map<List<Shift>, String> weeks = new HashMap<>();
        names.hours().keySet().forEach(name -> weeks.putIfAbsent(sorted(names.shifts(name)), name));
        Map<String, Map<DayOfWeek, List<String>>> hours = new TreeMap<>();
        List<UnitLine> lines = new ArrayList<>();
        for (Unit unit : units.stream().sorted(Comparator.comparing(Unit::key)).toList()) {
            String week = weeks.computeIfAbsent(unit.shifts(), _ -> unit.key());
            hours.computeIfAbsent(week, _ -> week(unit.shifts()));
            lines.add(new UnitLine(
                    unit.key(),
                    unit.names().texts(),
                    unit.zone().getId(),
                    week,
                    new TreeMap<>(unit.promises()),
                    written(unit.contact().address()),
                    written(unit.contact().phone()),
                    written(unit.active())));
        }
        return new CatalogueFile(
                hours, lines, categories.stream().map(CatalogueFile::line).toList());
    }

    private static CategoryLine line(CategoryRecords.Entry entry) {
        Category category = entry.category();
        return new CategoryLine(
                category.key(),
                category.unit(),
                category.type(),
                entry.visibility(),
                category.names().texts(),
                category.examples(),
                entry.promise().orElse(null),
                category.danger().orElse(null),
                written(entry.active()));
    }

    private static Map<DayOfWeek, List<String>> week(List<Shift> shifts) {
        Map<DayOfWeek, List<String>> week = new TreeMap<>();
        shifts.forEach(shift ->
                week.computeIfAbsent(shift.weekday(), _ -> new ArrayList<>()).add(shift.starts() + "-" + shift.ends()));
        return week;
    }

    private static List<Shift> sorted(List<Shift> shifts) {
        return shifts.stream()
                .sorted(Comparator.comparing(Shift::weekday).thenComparing(Shift::starts))
                .toList();
    }

    String write() {
        return JSON.writeValueAsString(this) + "\n";
    }

    private List<Shift> shifts(String name) {
        return shifts(hours.getOrDefault(name, Map.of()));
    }

    /** @throws RuntimeException a stretch is not written {@code 07:30-16:00} */
    static List<Shift> shifts(Map<DayOfWeek, List<String>> week) {
        return week.entrySet().stream()
                .flatMap(day -> day.getValue().stream().map(span -> shift(day.getKey(), span)))
                .toList();
    }

    private static Shift shift(DayOfWeek day, String span) {
        String[] ends = span.split("-", -1);
        return new Shift(day, LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    List<CategoryRecords.Entry> asCategories() {
        return categories.stream()
                .map(line -> line.entry(Names.of(line.names())))
                .toList();
    }
}
