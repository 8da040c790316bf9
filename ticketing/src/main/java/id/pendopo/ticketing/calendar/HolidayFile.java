package id.pendopo.ticketing.calendar;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON file of public holidays: decreed holidays of one or more years that ship with the desk.
 *
 * @param source the decree's number, date and address
 */
public record HolidayFile(String source, List<Day> days) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Day(LocalDate day, boolean jointLeave, String nameId, String nameEn) {}

    public static HolidayFile read(InputStream file) {
        return JSON.readValue(file, HolidayFile.class);
    }

    public List<Holiday> asHolidays() {
        return days.stream()
                .map(day -> new Holiday(day.day(), day.nameId(), day.nameEn(), day.jointLeave(), source, false))
                .toList();
    }
}
