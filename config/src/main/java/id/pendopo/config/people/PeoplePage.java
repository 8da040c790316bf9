package id.pendopo.config.people;

import id.pendopo.config.security.AccessRefused;
import id.pendopo.config.security.OneTimePassword;
import id.pendopo.config.security.People;
import id.pendopo.config.security.Person;
import id.pendopo.config.security.factor.SecondFactors;
import id.pendopo.config.security.oidc.Identities;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administration's pages of people: who logs in, as what, for which unit. A password is shown once, on the page that drew it. */
@Controller
@RequestMapping("/admin/people")
@PreAuthorize("hasAuthority('admin')")
class PeoplePage {

    private final People people;
    private final SecondFactors factors;
    private final SessionLines sessions;
    private final Choices choices;

    private final Identities identities;

    PeoplePage(People people, SecondFactors factors, SessionLines sessions, Identities identities, Choices choices) {
        this.identities = identities;
        this.sessions = sessions;
        this.factors = factors;
        this.people = people;
        this.choices = choices;
    }

    /** A line of the list. */
    record Line(String login, String name, String roles, String unit, String scope, boolean enabled) {}

    @GetMapping
    String list(Model model, Locale language) {
        return list(GrantForm.BLANK, Optional.empty(), model, language);
    }

    private String list(GrantForm form, Optional<AccessRefused> refused, Model model, Locale language) {
        List<Line> lines = people.all().stream()
                .sorted(Comparator.comparing(Person::enabled).reversed().thenComparing(Person::login))
                .map(one -> line(one, language))
                .toList();
        model.addAttribute("title", choices.say("config.people.title", language));
        model.addAttribute("people", lines);
        choices.into(model, form, refused, Choices.ofPeople(), language);
        return "config/people";
    }

    private Line line(Person person, Locale language) {
        return new Line(
                person.login(),
                person.name(),
                choices.roles(person.grant(), language),
                choices.unit(person.grant(), language),
                choices.scope(person.grant().scope(), language),
                person.enabled());
    }

    @PostMapping
    String add(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String scope,
            Principal by,
            Model model,
            HttpServletResponse response,
            Locale language) {
        GrantForm form = new GrantForm(login, name, roles, unit, scope);
        OneTimePassword password = people.draw();
        try {
            people.add(new Person(form.login(), form.displayed(), form.grant()), password, by.getName());
        } catch (AccessRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(form, Optional.of(refused), model, language);
        }
        handOut(form.login(), password, model);
        return list(model, language);
    }

    private static void handOut(String login, OneTimePassword password, Model model) {
        model.addAttribute("newLogin", login);
        model.addAttribute("newPassword", password.text());
    }

    @GetMapping("/{login}")
    String show(@PathVariable String login, Model model, Locale language) {
        return show(GrantForm.of(known(login)), Optional.empty(), model, language);
    }

    private String show(GrantForm form, Optional<AccessRefused> refused, Model model, Locale language) {
        Person person = known(form.login());
        model.addAttribute("title", person.name());
        model.addAttribute("person", line(person, language));
        model.addAttribute("factor", factors.has(person.login()));
        model.addAttribute("office", identities.bound(person.login()));
        model.addAttribute("sessions", sessions.of(person.login(), "", language));
        choices.into(model, form, refused, Choices.ofPeople(), language);
        return "config/person";
    }

    @PostMapping("/{login}")
    String change(
            @PathVariable String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String scope,
            Principal by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale language) {
        GrantForm form = new GrantForm(login, name, roles, unit, scope);
        Person before = known(login);
        return tried(
                form,
                _ -> people.change(new Person(login, form.name(), form.grant(), before.enabled()), by.getName()),
                "config.people.saved",
                model,
                response,
                next,
                language);
    }

    @PostMapping("/{login}/enabled")
    String enable(
            @PathVariable String login,
            @RequestParam boolean enabled,
            Principal by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale language) {
        Person before = known(login);
        return tried(
                GrantForm.of(before),
                _ -> people.change(new Person(login, before.name(), before.grant(), enabled), by.getName()),
                enabled ? "config.people.enabled.done" : "config.people.disabled.done",
                model,
                response,
                next,
                language);
    }

    private String tried(
            GrantForm form,
            Consumer<GrantForm> step,
            String done,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale language) {
        try {
            step.accept(form);
        } catch (AccessRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(form, Optional.of(refused), model, language);
        }
        return back(form.login(), done, next);
    }

    @PostMapping("/{login}/password")
    String newPassword(@PathVariable String login, Principal by, Model model, Locale language) {
        Person person = known(login);
        OneTimePassword password = people.draw();
        people.resetPassword(person.login(), password, by.getName());
        handOut(person.login(), password, model);
        return show(login, model, language);
    }

    @PostMapping("/{login}/sessions/end")
    String endSessions(@PathVariable String login, Principal by, RedirectAttributes next) {
        people.endSessions(known(login).login(), by.getName());
        return back(login, "config.people.sessions.done", next);
    }

    @PostMapping("/{login}/sessions/end-one")
    String endSession(@PathVariable String login, @RequestParam String key, Principal by, RedirectAttributes next) {
        people.endSession(known(login).login(), key, by.getName());
        return back(login, "config.sessions.ended", next);
    }

    /** A lost telephone: whoever needs a second factor sets up another one at the next log-in. */
    @PostMapping("/{login}/factor/take-off")
    String takeOffFactor(@PathVariable String login, Principal by, RedirectAttributes next) {
        factors.takeOff(known(login).login(), by.getName());
        return back(login, "config.people.factor.done", next);
    }

    /** Somebody got another account at the office's provider: the next log-in by it binds that one. */
    @PostMapping("/{login}/office/unbind")
    String unbindOffice(@PathVariable String login, Principal by, RedirectAttributes next) {
        identities.unbind(known(login).login(), by.getName());
        return back(login, "config.people.office.done", next);
    }

    private static String back(String login, String done, RedirectAttributes next) {
        next.addFlashAttribute("notice", done);
        next.addAttribute("login", login);
        return "redirect:/admin/people/{login}";
    }

    private Person known(String login) {
        return people.find(login).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
