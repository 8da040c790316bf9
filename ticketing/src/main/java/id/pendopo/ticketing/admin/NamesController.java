package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.organisation.Unit;
import id.pendopo.ui.ChangeLog.Change;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The form in which administrators name a unit or a category in every language of the desk. */
@Controller
@RequestMapping("/admin/desk")
@PreAuthorize("hasAuthority('admin')")
class NamesController {

    private static final String UNITS = "units/";

    private final Catalogue catalogue;
    private final NameFields fields;
    private final TicketLabels labels;
    private final DeskChanges changes;

    NamesController(Catalogue catalogue, NameFields fields, TicketLabels labels, DeskChanges changes) {
        this.catalogue = catalogue;
        this.fields = fields;
        this.labels = labels;
        this.changes = changes;
    }

    /**
     * What is named.
     *
     * @param path below {@code /admin/desk/}
     */
    private record Named(String path, Names names) {

        String kind() {
            return path.startsWith(UNITS) ? "ticketing.change.unit" : "ticketing.change.category";
        }

        String key() {
            return path.substring(path.indexOf('/') + 1);
        }
    }

    @GetMapping("/units/{key}")
    ModelAndView unit(@PathVariable String key, Locale language) {
        Named unit = unit(key);
        return page(unit, unit.names().texts(), "", language);
    }

    @PostMapping("/units/{key}")
    ModelAndView nameUnit(
            @PathVariable String key, @RequestParam Map<String, String> form, Principal by, Locale language) {
        return save(unit(key), form, names -> catalogue.nameUnit(key, names), by, language);
    }

    @GetMapping("/categories/{key}")
    ModelAndView category(@PathVariable String key, Locale language) {
        Named category = category(key);
        return page(category, category.names().texts(), "", language);
    }

    @PostMapping("/categories/{key}")
    ModelAndView nameCategory(
            @PathVariable String key, @RequestParam Map<String, String> form, Principal by, Locale language) {
        return save(category(key), form, names -> catalogue.nameCategory(key, names), by, language);
    }

    private Named unit(String key) {
        return named(UNITS + key, catalogue.unit(key).map(Unit::names));
    }

    private Named category(String key) {
        return named(
                "categories/" + key,
                catalogue.category(key).map(entry -> entry.category().names()));
    }

    private static Named named(String path, Optional<Names> names) {
        return new Named(path, names.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private ModelAndView save(
            Named named, Map<String, String> form, Consumer<Names> saver, Principal by, Locale language) {
        Map<String, String> typed = fields.typed(form);
        if (!fields.complete(typed)) {
            return refused(named, typed, language);
        }
        Names names = fields.names(typed);
        changes.make(
                new Change(
                        by.getName(),
                        named.kind(),
                        named.key(),
                        DeskChanges.values(named.names()),
                        DeskChanges.values(names)),
                () -> saver.accept(names));
        RedirectView redirect = new RedirectView("/admin/desk#" + named.path().replace('/', '-'), true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private ModelAndView refused(Named named, Map<String, String> typed, Locale language) {
        String error = labels.say(language, "admin.desk.error.names", fields.required(language));
        ModelAndView page = page(named, typed, error, language);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Named named, Map<String, String> texts, String error, Locale language) {
        return new ModelAndView("ticketing/names")
                .addObject("title", labels.say(language, "admin.desk.rename"))
                .addObject("name", named.names().in(language))
                .addObject("address", "/admin/desk/" + named.path())
                .addObject("fields", fields.of(texts, language))
                .addObject("error", error);
    }
}
