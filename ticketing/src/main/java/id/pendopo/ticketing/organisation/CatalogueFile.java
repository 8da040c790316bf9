package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.calendar.Shift;
import id.pendopo.ui.CountryPack;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
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

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record UnitLine(
            String key, Map<String, String> names, String zone, String hours, Map<TicketType, Integer> promises) {}

    record CategoryLine(
            String key,
            String unit,
            TicketType type,
            Visibility visibility,
            Map<String, String> names,
            List<String> examples) {}

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
                        line.promises()))
                .toList();
    }

    private List<Shift> shifts(String name) {
        return hours.getOrDefault(name, Map.of()).entrySet().stream()
                .flatMap(day -> day.getValue().stream().map(span -> shift(day.getKey(), span)))
                .toList();
    }

    private static Shift shift(DayOfWeek day, String span) {
        String[] ends = span.split("-");
        return new Shift(day, LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    List<CategoryRecords.Entry> asCategories() {
        return categories.stream()
                .map(line -> new CategoryRecords.Entry(
                        new Category(line.key(), line.unit(), line.type(), Names.of(line.names()), line.examples()),
                        line.visibility()))
                .toList();
    }
}
