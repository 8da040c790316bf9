package id.pendopo.ticketing.calendar;

import id.pendopo.ticketing.Names;
import id.pendopo.ui.CountryPack;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The country pack's JSON file of public holidays: the decreed ones of one or more years.
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

    /** @throws id.pendopo.ui.CountryPackRefused the pack's file is missing or not well-formed; the message says where */
    public static HolidayFile of(CountryPack pack) {
        return pack.read("holidays.json", file -> JSON.readValue(file, HolidayFile.class));
    }

    public List<Holiday> asHolidays() {
        return days.stream()
                .map(day -> new Holiday(day.day(), Names.of(day.names()), day.jointLeave(), source, false))
                .toList();
    }
}
