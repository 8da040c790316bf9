package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.calendar.Holiday;
import id.pendopo.ticketing.calendar.JdbcHolidays;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ui.DateLabels;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The view model of the page of holidays. */
@Component
class HolidayPages {

    private final JdbcHolidays holidays;
    private final NameFields names;
    private final TicketLabels labels;

    HolidayPages(JdbcHolidays holidays, NameFields names, TicketLabels labels) {
        this.holidays = holidays;
        this.names = names;
        this.labels = labels;
    }

    record Day(LocalDate day, String date, String name, String source, boolean joint, boolean provisional) {}

    /** @param errors the fields of the form that are wrong */
    ModelAndView page(HolidaysController.Typed typed, List<String> errors, Locale language) {
        return new ModelAndView("ticketing/holidays")
                .addObject("title", labels.say(language, "admin.desk.holidays"))
                .addObject("typed", typed)
                .addObject("fields", names.of(typed.names(), language))
                .addObject(
                        "errors",
                        errors.stream()
                                .map(field -> labels.say(language, "admin.desk.error." + field))
                                .toList())
                .addObject(
                        "days",
                        holidays.all().stream().map(day -> day(day, language)).toList());
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
}
