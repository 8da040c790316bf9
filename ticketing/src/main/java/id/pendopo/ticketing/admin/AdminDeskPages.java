package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.Visibility;
import id.pendopo.ticketing.calendar.Holiday;
import id.pendopo.ticketing.calendar.JdbcHolidays;
import id.pendopo.ticketing.calendar.Shift;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.lifecycle.Clearances;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.organisation.TrustedReaders;
import id.pendopo.ticketing.organisation.Unit;
import id.pendopo.ui.DateLabels;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The view models of the administration pages: what administrators read about calendars, categories and units. */
@Component
class AdminDeskPages {

    private final JdbcHolidays holidays;
    private final Catalogue catalogue;
    private final NameFields names;
    private final DutySection duty;
    private final TrustedReaders trusted;
    private final Clearances clearances;
    private final Agents agents;
    private final TicketLabels labels;

    AdminDeskPages(
            JdbcHolidays holidays,
            Catalogue catalogue,
            NameFields names,
            DutySection duty,
            TrustedReaders trusted,
            Clearances clearances,
            Agents agents,
            TicketLabels labels) {
        this.duty = duty;
        this.trusted = trusted;
        this.clearances = clearances;
        this.agents = agents;
        this.holidays = holidays;
        this.catalogue = catalogue;
        this.names = names;
        this.labels = labels;
    }

    record Day(LocalDate day, String date, String name, String source, boolean joint, boolean provisional) {}

    record CategoryLine(String name, String key, String unit, String type, String readers, boolean confidential) {}

    record UnitLine(String name, String key, String zone, List<String> hours, List<String> promises) {}

    /** @param errors the fields of the form for a holiday that are wrong */
    ModelAndView page(AdminDeskController.Typed typed, List<String> errors, Locale language) {
        return duty.into(calendar(typed, errors, language), DutyForm.BLANK, List.of(), language);
    }

    /** @param errors the fields of the form for somebody on duty that are wrong */
    ModelAndView duty(DutyForm typed, List<String> errors, Locale language) {
        return duty.into(calendar(AdminDeskController.Typed.BLANK, List.of(), language), typed, errors, language);
    }

    private ModelAndView calendar(AdminDeskController.Typed typed, List<String> errors, Locale language) {
        return new ModelAndView("ticketing/admin")
                .addObject("title", labels.say(language, "admin.desk.title"))
                .addObject("typed", typed)
                .addObject("fields", names.of(typed.names(), language))
                .addObject(
                        "errors",
                        errors.stream()
                                .map(field -> labels.say(language, "admin.desk.error." + field))
                                .toList())
                .addObject(
                        "days",
                        holidays.all().stream().map(day -> day(day, language)).toList())
                .addObject(
                        "categories",
                        catalogue.categories().stream()
                                .map(one -> category(one, language))
                                .toList())
                .addObject(
                        "units",
                        catalogue.units().stream()
                                .map(unit -> unit(unit, language))
                                .toList());
    }

    private static Day day(Holiday holiday, Locale language) {
        return new Day(
                holiday.day(),
                DateLabels.weekdayAndDate(holiday.day(), language),
                holiday.name(language),
                holiday.source(),
                holiday.jointLeave(),
                holiday.provisional());
    }

    private CategoryLine category(Category category, Locale language) {
        String unit = catalogue
                .unit(category.unit())
                .map(found -> found.name(language))
                .orElse(category.unit());
        return new CategoryLine(
                category.name(language),
                category.key(),
                unit,
                labels.say(language, "desk.type." + category.type()),
                readers(category, language),
                confidential(category));
    }

    private boolean confidential(Category category) {
        return trusted.of(category.key()).whistleBlower()
                || catalogue.known(category.key()).visibility() == Visibility.CONFIDENTIAL;
    }

    private String readers(Category category, Locale language) {
        Set<String> readers = clearances.readers(category.key(), category.unit());
        return readers.isEmpty()
                ? labels.say(language, "desk.confidential.none")
                : readers.stream()
                        .map(login -> agents.find(login).map(Agents.Agent::name).orElse(login))
                        .collect(Collectors.joining(", "));
    }

    private UnitLine unit(Unit unit, Locale language) {
        List<String> promises = Arrays.stream(TicketType.values())
                .map(type -> labels.say(language, "desk.type." + type) + ": "
                        + labels.say(language, "admin.desk.days", unit.days(type)))
                .toList();
        return new UnitLine(
                unit.name(language), unit.key(), unit.zone().getId(), hours(unit.shifts(), language), promises);
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
                        Collectors.mapping(
                                entry -> entry.getKey().getDisplayName(TextStyle.FULL, language),
                                Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + ": " + entry.getKey())
                .toList();
    }

    private static String time(LocalTime time, Locale language) {
        String pattern = language.getLanguage().equals("en") ? "HH:mm" : "HH.mm";
        return DateTimeFormatter.ofPattern(pattern, language).format(time);
    }
}
