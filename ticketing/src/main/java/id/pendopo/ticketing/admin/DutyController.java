package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.alarm.DutyRoster;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The forms of the on-call rota: who is rung in an emergency, in which order. */
@Controller
@RequestMapping("/admin/desk/duty")
@PreAuthorize("hasAuthority('admin')")
class DutyController {

    private final DutyRoster roster;
    private final AdminDeskPages pages;
    private final DutySection section;

    DutyController(DutyRoster roster, AdminDeskPages pages, DutySection section) {
        this.roster = roster;
        this.pages = pages;
        this.section = section;
    }

    @PostMapping
    ModelAndView add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "false") boolean sms,
            @RequestParam(defaultValue = "false") boolean call,
            @RequestParam(defaultValue = "") Set<Danger> dangers,
            @RequestParam(defaultValue = "") String starts,
            @RequestParam(defaultValue = "") String ends,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "false") boolean backup,
            Locale language) {
        String known = section.zones().contains(zone) ? zone : section.zones().getFirst();
        DutyForm typed = new DutyForm(name, phone, sms, call, dangers, starts, ends, known, backup);
        List<String> errors = typed.errors();
        if (!errors.isEmpty()) {
            ModelAndView page = pages.duty(typed, errors, language);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        roster.add(typed.person());
        return changed();
    }

    @PostMapping("/delete")
    ModelAndView remove(@RequestParam long id) {
        roster.remove(id);
        return changed();
    }

    @PostMapping("/up")
    ModelAndView up(@RequestParam long id) {
        roster.moveUp(id);
        return changed();
    }

    private static ModelAndView changed() {
        RedirectView redirect = new RedirectView("/admin/desk#duty", true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
