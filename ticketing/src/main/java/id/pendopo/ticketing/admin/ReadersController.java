package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.Agents;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.organisation.TrustedReaders;
import id.pendopo.ticketing.organisation.TrustedReaders.Trust;
import id.pendopo.ticketing.settings.RecordedChanges;
import id.pendopo.ui.ChangeLog.Change;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** The form in which administrators name who reads a category's confidential cases. */
@Controller
@RequestMapping("/admin/desk/categories/{key}/readers")
@PreAuthorize("hasAuthority('admin')")
class ReadersController {

    private final Catalogue catalogue;
    private final TrustedReaders trusted;
    private final Agents agents;
    private final TicketLabels labels;
    private final RecordedChanges changes;

    ReadersController(
            Catalogue catalogue, TrustedReaders trusted, Agents agents, TicketLabels labels, RecordedChanges changes) {
        this.catalogue = catalogue;
        this.trusted = trusted;
        this.agents = agents;
        this.labels = labels;
        this.changes = changes;
    }

    /** Somebody who can be chosen. */
    record Box(String login, String name, boolean checked) {}

    @GetMapping
    ModelAndView page(@PathVariable String key, Locale language) {
        return page(category(key), trusted.of(key), "", language);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String key,
            @RequestParam(defaultValue = "") Set<String> readers,
            @RequestParam(defaultValue = "false") boolean whistleBlower,
            Principal by,
            Locale language) {
        Category category = category(key);
        Trust before = trusted.of(key);
        Trust after = new Trust(whistleBlower, readers);
        Set<String> known = boxes(before, language).stream().map(Box::login).collect(Collectors.toSet());
        if (!known.containsAll(readers)) {
            ModelAndView page = page(category, after, labels.say(language, "admin.readers.error"), language);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        changes.make(() -> {
            trusted.put(key, after);
            return new Change(by.getName(), "ticketing.change.readers", key, values(before), values(after));
        });
        RedirectView redirect = new RedirectView("/admin/desk/categories#categories-" + key, true, false);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private Category category(String key) {
        return catalogue
                .category(key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .category();
    }

    private ModelAndView page(Category category, Trust trust, String error, Locale language) {
        return new ModelAndView("ticketing/readers")
                .addObject("title", labels.say(language, "admin.readers"))
                .addObject("name", category.name(language))
                .addObject("address", "/admin/desk/categories/" + category.key() + "/readers")
                .addObject("whistle", trust.whistleBlower())
                .addObject("people", boxes(trust, language))
                .addObject("error", error);
    }

    /** People first, then programs. */
    private List<Box> boxes(Trust trust, Locale language) {
        Stream<Box> people =
                agents.all().stream().map(one -> box(one.login(), one.name() + " (" + one.login() + ")", trust));
        Stream<Box> programs = agents.readers().stream()
                .map(one -> box(
                        one.name(), one.name() + " (" + labels.say(language, "admin.readers.program") + ")", trust));
        return Stream.concat(people, programs).toList();
    }

    private static Box box(String login, String name, Trust trust) {
        return new Box(login, name, trust.logins().contains(login));
    }

    private static Map<String, String> values(Trust trust) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "ticketing.admin.readers",
                trust.logins().isEmpty()
                        ? "ticketing.admin.readers.none"
                        : String.join(", ", new TreeSet<>(trust.logins()))));
        if (trust.whistleBlower()) {
            values.put("ticketing.admin.readers.whistle", "ticketing.change.yes");
        }
        return values;
    }
}
