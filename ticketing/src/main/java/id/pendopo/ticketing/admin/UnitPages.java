package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.calendar.Shift;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.organisation.Unit;
import id.pendopo.ticketing.settings.UnitSettings;
import id.pendopo.ticketing.settings.UnitWish;
import id.pendopo.ui.CountryPack;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The view models of the pages of units. */
@Component
class UnitPages {

    private static final Map<DayOfWeek, String> NO_HOURS = Map.of();

    private final UnitSettings settings;
    private final NameFields names;
    private final CountryPack pack;
    private final TicketLabels labels;

    UnitPages(UnitSettings settings, NameFields names, CountryPack pack, TicketLabels labels) {
        this.settings = settings;
        this.names = names;
        this.pack = pack;
        this.labels = labels;
    }

    record Line(
            String key,
            String name,
            boolean active,
            String zone,
            List<String> hours,
            List<String> promises,
            String address,
            String phone) {}

    /** A field that there is one of for each of several things: weekdays, types. */
    record Field(String name, String label, String value) {}

    ModelAndView list(String saved, Locale language) {
        return new ModelAndView("ticketing/units")
                .addObject("title", labels.say(language, "admin.desk.units"))
                .addObject(
                        "saved",
                        settings.find(saved).map(unit -> unit.name(language)).orElse(""))
                .addObject(
                        "units",
                        settings.all().stream()
                                .map(unit -> line(unit, language))
                                .toList());
    }

    private Line line(Unit unit, Locale language) {
        List<String> promises = Arrays.stream(TicketType.values())
                .map(type -> labels.say(language, "desk.type." + type) + ": "
                        + labels.say(language, "admin.desk.days", unit.days(type)))
                .toList();
        return new Line(
                unit.key(),
                unit.name(language),
                unit.active(),
                unit.zone().getId(),
                hours(unit.shifts(), language),
                promises,
                unit.contact().address(),
                unit.contact().phone());
    }

    /** Days with the same hours in one line: {@code Senin, Selasa: 07.30–12.00, 13.00–16.00}. */
    private static List<String> hours(List<Shift> shifts, Locale language) {
        Map<DayOfWeek, String> byDay = shifts.stream()
                .collect(Collectors.groupingBy(
                        Shift::weekday,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                shift -> time(shift.starts(), language) + "–" + time(shift.ends(), language),
                                Collectors.joining(", "))));
        return byDay.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(entry -> weekday(entry.getKey(), language), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + ": " + entry.getKey())
                .toList();
    }

    private static String weekday(DayOfWeek day, Locale language) {
        return day.getDisplayName(TextStyle.FULL, language);
    }

    private static String time(LocalTime time, Locale language) {
        String pattern = language.getLanguage().equals("en") ? "HH:mm" : "HH.mm";
        return DateTimeFormatter.ofPattern(pattern, language).format(time);
    }

    /** A new unit, with the hours and promises of one that there is, to be changed. */
    UnitWish blank() {
        return settings.all().stream()
                .findFirst()
                .map(UnitWish::of)
                .map(like ->
                        new UnitWish("", Map.of(), pack.zone().getId(), like.hours(), like.promises(), "", "", true))
                .orElseGet(() -> new UnitWish("", Map.of(), pack.zone().getId(), NO_HOURS, Map.of(), "", "", true));
    }

    ModelAndView adding(UnitWish unit, Locale language) {
        return form(unit, language)
                .addObject("title", labels.say(language, "settings.unit.add"))
                .addObject("address", "/admin/desk/units")
                .addObject("known", false)
                .addObject("open", 0L)
                .addObject("version", 0);
    }

    ModelAndView changing(UnitWish unit, int version, Locale language) {
        String name = settings.find(unit.key()).map(now -> now.name(language)).orElse(unit.key());
        return form(unit, language)
                .addObject("title", name)
                .addObject("address", "/admin/desk/units/" + unit.key())
                .addObject("known", true)
                .addObject("open", settings.open(unit.key()))
                .addObject("version", version);
    }

    private ModelAndView form(UnitWish unit, Locale language) {
        Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
        hours.putAll(unit.hours());
        return new ModelAndView("ticketing/unit")
                .addObject("unit", unit)
                .addObject("fields", names.of(unit.names(), language))
                .addObject("zones", zones(unit.zone()))
                .addObject(
                        "hours",
                        Arrays.stream(DayOfWeek.values())
                                .map(day ->
                                        new Field("hours-" + day, weekday(day, language), hours.getOrDefault(day, "")))
                                .toList())
                .addObject(
                        "promises",
                        Arrays.stream(TicketType.values())
                                .map(type -> new Field(
                                        "promises-" + type,
                                        labels.say(language, "desk.type." + type),
                                        unit.promises().getOrDefault(type, "")))
                                .toList());
    }

    /** Those of the country pack, and whatever another unit has. */
    private List<String> zones(String chosen) {
        List<String> ofPack = pack.setting("zones")
                .map(CountryPack::parts)
                .orElseGet(() -> List.of(pack.zone().getId()));
        return Stream.of(
                        ofPack.stream(),
                        settings.all().stream().map(unit -> unit.zone().getId()),
                        Stream.of(chosen))
                .flatMap(zones -> zones)
                .distinct()
                .toList();
    }
}
