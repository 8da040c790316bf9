package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.calendar.Holiday;
import id.pendopo.ticketing.calendar.JdbcHolidays;
import id.pendopo.ticketing.settings.RecordedChanges;
import id.pendopo.ui.ChangeLog.Change;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The administration's page of holidays, which deadlines skip. */
@Controller
@RequestMapping("/admin/desk/holidays")
@PreAuthorize("hasAuthority('admin')")
class HolidaysController {

    private final JdbcHolidays holidays;
    private final RecordedChanges changes;
    private final HolidayPages pages;
    private final NameFields names;

    HolidaysController(JdbcHolidays holidays, RecordedChanges changes, HolidayPages pages, NameFields names) {
        this.holidays = holidays;
        this.changes = changes;
        this.pages = pages;
        this.names = names;
    }

    /**
     * A holiday as somebody typed it.
     *
     * @param names by language
     */
    record Typed(String day, Map<String, String> names, String source, boolean joint, boolean provisional) {

        static final Typed BLANK = new Typed("", Map.of(), "", false, false);
    }

    @GetMapping
    ModelAndView page(Locale language) {
        return pages.page(Typed.BLANK, List.of(), language);
    }

    @PostMapping
    ModelAndView add(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "false") boolean joint,
            @RequestParam(defaultValue = "false") boolean provisional,
            @RequestParam Map<String, String> form,
            Principal by,
            Locale language) {
        Typed typed = new Typed(day.strip(), names.typed(form), source.strip(), joint, provisional);
        List<String> errors = errors(typed);
        if (!errors.isEmpty()) {
            ModelAndView page = pages.page(typed, errors, language);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        LocalDate date = LocalDate.parse(typed.day());
        Holiday holiday = new Holiday(date, names.names(typed.names()), joint, typed.source(), provisional);
        changes.make(() -> {
            Change change = change(by, date, DeskChanges.values(holiday));
            holidays.put(holiday);
            return change;
        });
        return changed("#day-" + date);
    }

    /** The fields that are wrong. */
    private List<String> errors(Typed typed) {
        List<String> errors = new ArrayList<>();
        if (!date(typed.day())) {
            errors.add("day");
        }
        if (!names.complete(typed.names())) {
            errors.add("name");
        }
        if (typed.source().isEmpty()) {
            errors.add("source");
        }
        return errors;
    }

    private static boolean date(String typed) {
        try {
            LocalDate.parse(typed);
            return true;
        } catch (DateTimeParseException other) {
            return false;
        }
    }

    @PostMapping("/delete")
    ModelAndView delete(@RequestParam LocalDate day, Principal by) {
        changes.make(() -> {
            Change change = change(by, day, Map.of());
            holidays.remove(day);
            return change;
        });
        return changed("");
    }

    private Change change(Principal by, LocalDate day, Map<String, String> after) {
        Map<String, String> before = holidays.all().stream()
                .filter(known -> known.day().equals(day))
                .findFirst()
                .map(DeskChanges::values)
                .orElse(Map.of());
        return new Change(by.getName(), DeskChanges.HOLIDAY, day.toString(), before, after);
    }

    private static ModelAndView changed(String anchor) {
        RedirectView redirect = new RedirectView("/admin/desk/holidays" + anchor, true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
