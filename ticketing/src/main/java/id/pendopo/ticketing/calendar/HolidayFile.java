package id.pendopo.ticketing.calendar;

import id.pendopo.ticketing.Names;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON file of public holidays: decreed holidays of one or more years that ship with the desk.
 *
 * <p>Names stand by language, the desk's own first.
 *
 * @param source the decree's number, date and address
 */
public record HolidayFile(String source, List<Day> days) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Day(LocalDate day, boolean jointLeave, Map<String, String> names) {}

    public static HolidayFile read(InputStream file) {
        return JSON.readValue(file, HolidayFile.class);
    }

    public List<Holiday> asHolidays() {
        return days.stream()
                .map(day -> new Holiday(day.day(), Names.of(day.names()), day.jointLeave(), source, false))
                .toList();
    }
}
