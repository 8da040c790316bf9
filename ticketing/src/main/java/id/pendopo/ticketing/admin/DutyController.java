package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.alarm.DutyPerson;
import id.pendopo.ticketing.alarm.DutyRoster;
import id.pendopo.ticketing.settings.RecordedChanges;
import id.pendopo.ui.ChangeLog.Change;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The administration's page of the on-call rota: who is rung in an emergency, in which order. */
@Controller
@RequestMapping("/admin/desk/duty")
@PreAuthorize("hasAuthority('admin')")
class DutyController {

    private final DutyRoster roster;
    private final DutySection section;
    private final RecordedChanges changes;

    DutyController(DutyRoster roster, DutySection section, RecordedChanges changes) {
        this.roster = roster;
        this.section = section;
        this.changes = changes;
    }

    @GetMapping
    ModelAndView show(Locale language) {
        return section.page(DutyForm.BLANK, List.of(), language);
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
            @RequestParam(defaultValue = "") String account,
            Principal by,
            Locale language) {
        String known = section.zones().contains(zone) ? zone : section.zones().getFirst();
        String owner = section.accounts().containsKey(account) ? account : "";
        DutyForm typed = new DutyForm(name, phone, sms, call, dangers, starts, ends, known, backup, owner);
        List<String> errors = typed.errors();
        if (!errors.isEmpty()) {
            ModelAndView page = section.page(typed, errors, language);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        DutyPerson person = typed.person();
        changes.make(() -> {
            roster.add(person);
            return change(by, person, Map.of(), values(person, language));
        });
        return changed();
    }

    @PostMapping("/delete")
    ModelAndView remove(@RequestParam long id, Principal by, Locale language) {
        known(id)
                .ifPresent(person -> changes.make(() -> {
                    roster.remove(id);
                    return change(by, person, values(person, language), Map.of());
                }));
        return changed();
    }

    @PostMapping("/up")
    ModelAndView up(@RequestParam long id, Principal by) {
        known(id)
                .ifPresent(person -> changes.make(() -> {
                    roster.moveUp(id);
                    return change(by, person, Map.of(), Map.of("ticketing.change.order", "ticketing.change.up"));
                }));
        return changed();
    }

    private Optional<DutyPerson> known(long id) {
        return roster.all().stream().filter(person -> person.id() == id).findFirst();
    }

    private Map<String, String> values(DutyPerson person, Locale language) {
        return DeskChanges.values(section.line(person, language));
    }

    private static Change change(
            Principal by, DutyPerson person, Map<String, String> before, Map<String, String> after) {
        return new Change(by.getName(), DeskChanges.DUTY, person.name(), before, after);
    }

    private static ModelAndView changed() {
        RedirectView redirect = new RedirectView("/admin/desk/duty", true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
