package id.pendopo.ticketing.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import id.pendopo.ticketing.Names;
import id.pendopo.ui.CountryPack;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The country pack's JSON file of public holidays: the decreed ones of one or more years.
 *
 * <p>Names stand by language, the desk's own first.
 *
 * @param source the decree's number, date and address
 */
public record HolidayFile(String source, List<Day> days) {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.construct(Include.NON_NULL, Include.NON_NULL))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /**
     * A day off.
     *
     * @param source where it has another one than the file's
     * @param provisional expected, not decreed yet; left out for no
     */
    record Day(
            LocalDate day,
            boolean jointLeave,
            Map<String, String> names,
            @Nullable String source,
            @Nullable Boolean provisional) {

        Holiday holiday(Names called, String fileSource) {
            return new Holiday(
                    day, called, jointLeave, source == null ? fileSource : source, Boolean.TRUE.equals(provisional));
        }
    }

    /** @throws id.pendopo.ui.CountryPackRefused the pack's file is missing or not well-formed; the message says where */
    public static HolidayFile of(CountryPack pack) {
        return pack.read("holidays.json", file -> JSON.readValue(file, HolidayFile.class));
    }

    /** What a desk has now, so that it reads the same again; the source that most days have is the file's. */
    static HolidayFile of(List<Holiday> holidays) {
        Map<String, Long> sources =
                holidays.stream().collect(Collectors.groupingBy(Holiday::source, TreeMap::new, Collectors.counting()));
        String most = sources.keySet().stream()
                .max(Comparator.comparing(source -> sources.getOrDefault(source, 0L)))
                .orElse("");
        return new HolidayFile(
                most,
                holidays.stream()
                        .sorted(Comparator.comparing(Holiday::day))
                        .map(holiday -> new Day(
                                holiday.day(),
                                holiday.jointLeave(),
                                holiday.names().texts(),
                                holiday.source().equals(most) ? null : holiday.source(),
                                holiday.provisional() ? true : null))
                        .toList());
    }

    String write() {
        return JSON.writeValueAsString(this) + "\n";
    }

    public List<Holiday> asHolidays() {
        return days.stream()
                .map(day -> day.holiday(Names.of(day.names()), source))
                .toList();
    }
}
