package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.calendar.Holiday;
import id.pendopo.ticketing.calendar.JdbcHolidays;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.organisation.Catalogue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The administration pages of the desk: holidays that deadlines skip, editable; units and categories to read. */
@Controller
@RequestMapping("/admin/desk")
@PreAuthorize("hasAuthority('admin')")
class AdminDeskController {

    private final JdbcHolidays holidays;
    private final Catalogue catalogue;
    private final AdminDeskPages pages;
    private final TicketLabels labels;

    AdminDeskController(JdbcHolidays holidays, Catalogue catalogue, AdminDeskPages pages, TicketLabels labels) {
        this.holidays = holidays;
        this.catalogue = catalogue;
        this.pages = pages;
        this.labels = labels;
    }

    /** A holiday as somebody typed it. */
    record Typed(String day, String name, String nameEn, String source, boolean joint, boolean provisional) {

        static final Typed BLANK = new Typed("", "", "", "", false, false);
    }

    @GetMapping
    ModelAndView page(Locale language) {
        return pages.page(Typed.BLANK, List.of(), language);
    }

    @PostMapping("/holidays")
    ModelAndView add(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "false") boolean joint,
            @RequestParam(defaultValue = "false") boolean provisional,
            Locale language) {
        Typed typed = new Typed(day.strip(), name.strip(), nameEn.strip(), source.strip(), joint, provisional);
        List<String> errors = errors(typed, language);
        if (!errors.isEmpty()) {
            ModelAndView page = pages.page(typed, errors, language);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        LocalDate date = LocalDate.parse(typed.day());
        String english = typed.nameEn().isEmpty() ? typed.name() : typed.nameEn();
        holidays.put(new Holiday(date, typed.name(), english, joint, typed.source(), provisional));
        return changed("#day-" + date);
    }

    private List<String> errors(Typed typed, Locale language) {
        List<String> errors = new ArrayList<>();
        if (!date(typed.day())) {
            errors.add(labels.say(language, "admin.desk.error.day"));
        }
        if (typed.name().isEmpty()) {
            errors.add(labels.say(language, "admin.desk.error.name"));
        }
        if (typed.source().isEmpty()) {
            errors.add(labels.say(language, "admin.desk.error.source"));
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

    @PostMapping("/holidays/delete")
    ModelAndView delete(@RequestParam LocalDate day) {
        holidays.remove(day);
        return changed("#holidays");
    }

    private ModelAndView changed(String anchor) {
        catalogue.refresh();
        RedirectView redirect = new RedirectView("/admin/desk" + anchor, true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
