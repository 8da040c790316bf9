package id.pendopo.config.people;

import id.pendopo.config.security.AccessRefused;
import id.pendopo.config.security.AccessRefused.Reason;
import id.pendopo.config.security.ApiKey;
import id.pendopo.config.security.ApiKeys;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administration's page of API keys: which programs may do what, and when they last called. A key is shown once. */
@Controller
@RequestMapping("/admin/keys")
@PreAuthorize("hasAuthority('admin')")
class KeysPage {

    private final ApiKeys keys;
    private final Choices choices;

    KeysPage(ApiKeys keys, Choices choices) {
        this.keys = keys;
        this.choices = choices;
    }

    /** A line of the list. */
    record Line(String label, String roles, String unit, String scope, String issued, String used) {}

    @GetMapping
    String list(Model model, Locale language) {
        return list(GrantForm.BLANK, Optional.empty(), model, language);
    }

    private String list(GrantForm form, Optional<AccessRefused> refused, Model model, Locale language) {
        List<Line> lines = keys.all().stream().map(key -> line(key, language)).toList();
        model.addAttribute("title", choices.say("config.keys.title", language));
        model.addAttribute("keys", lines);
        choices.into(model, form, refused, Choices.ofPrograms(), language);
        return "config/keys";
    }

    private Line line(ApiKey key, Locale language) {
        return new Line(
                key.label(),
                choices.roles(key.grant(), language),
                choices.unit(key.grant(), language),
                choices.scope(key.grant().scope(), language),
                choices.time(key.issued(), language),
                key.used()
                        .map(at -> choices.time(at, language))
                        .orElseGet(() -> choices.say("config.keys.unused", language)));
    }

    @PostMapping
    String issue(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String scope,
            Principal by,
            Model model,
            HttpServletResponse response,
            Locale language) {
        GrantForm form = new GrantForm(login, "", roles, unit, scope);
        try {
            if (keys.find(form.login()).isPresent()) {
                throw new AccessRefused(Reason.TAKEN);
            }
            model.addAttribute("newKey", keys.issue(form.login(), form.grant(), by.getName()));
        } catch (AccessRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(form, Optional.of(refused), model, language);
        }
        model.addAttribute("newLabel", form.login());
        return list(model, language);
    }

    @PostMapping("/revoke")
    String revoke(@RequestParam String label, Principal by, RedirectAttributes next) {
        try {
            keys.revoke(label, by.getName());
        } catch (AccessRefused gone) {
            // Somebody else was quicker; it is revoked all the same.
            next.addFlashAttribute("notice", "config.keys.revoked.before");
            return "redirect:/admin/keys";
        }
        next.addFlashAttribute("notice", "config.keys.revoked");
        return "redirect:/admin/keys";
    }
}
