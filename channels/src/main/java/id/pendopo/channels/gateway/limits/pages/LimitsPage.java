package id.pendopo.channels.gateway.limits.pages;

import id.pendopo.channels.gateway.limits.LimitChanges;
import id.pendopo.channels.gateway.limits.StoredTerms;
import id.pendopo.ui.MenuEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.Locale;
import java.util.OptionalLong;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

/** The administration's page of limits: every limit with its value and its use now, and what each line has spent today. */
@Controller
@RequestMapping("/admin/limits")
@PreAuthorize("hasAuthority('admin')")
class LimitsPage {

    private static final String PAGE = "/admin/limits";
    private static final int LONGEST = 12;

    private final LimitLines lines;
    private final LimitChanges changes;
    private final StoredTerms terms;
    private final MessageSource messages;

    LimitsPage(LimitLines lines, LimitChanges changes, StoredTerms terms, MessageSource messages) {
        this.lines = lines;
        this.changes = changes;
        this.terms = terms;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model, Locale language) {
        model.addAttribute("title", say("limits.title", language));
        model.addAttribute("lines", lines.lines(language));
        model.addAttribute("numbers", lines.numbers(language));
        return "channels/limits";
    }

    @PostMapping
    String set(
            @RequestParam String limit,
            @RequestParam(defaultValue = "") String value,
            Principal by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale language) {
        if (!change(limit, "", value, by)) {
            refused(model, response, limit);
            return show(model, language);
        }
        next.addFlashAttribute("notice", "limits.saved");
        return "redirect:" + PAGE;
    }

    @GetMapping("/lines/{account}")
    String line(@PathVariable String account, Model model, Locale language) {
        return line(account, TermsForm.of(terms.of(account)), model, language);
    }

    private String line(String account, TermsForm form, Model model, Locale language) {
        LimitLines.Line line =
                lines.line(account, language).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("title", messages.getMessage("limits.line.title", new Object[] {account}, language));
        model.addAttribute("limits", line);
        model.addAttribute("form", form);
        model.addAttribute("numbers", lines.numbers(account));
        return "channels/limits-line";
    }

    @PostMapping("/lines/{account}")
    String setLine(
            @PathVariable String account,
            TermsForm form,
            Principal by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale language) {
        known(account, language);
        try {
            changes.terms(account, form.terms(), by.getName());
        } catch (IllegalArgumentException mistyped) {
            refused(model, response, "terms");
            return line(account, form, model, language);
        }
        return saved(account, next);
    }

    /** Only so much more that somebody can undo it tomorrow: the day ends it. */
    @PostMapping("/lines/{account}/raise")
    String raise(
            @PathVariable String account,
            @RequestParam(defaultValue = "") String amount,
            Principal by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale language) {
        known(account, language);
        try {
            BigDecimal more = TermsForm.amount(amount);
            if (more.signum() == 0) {
                throw new IllegalArgumentException("nothing more");
            }
            changes.raise(account, more, by.getName());
        } catch (IllegalArgumentException mistyped) {
            refused(model, response, "raise");
            return line(account, model, language);
        }
        return saved(account, next);
    }

    @PostMapping("/lines/{account}/limit")
    String setForLine(
            @PathVariable String account,
            @RequestParam String limit,
            @RequestParam(defaultValue = "") String value,
            Principal by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale language) {
        known(account, language);
        if (!change(limit, account, value, by)) {
            refused(model, response, limit);
            return line(account, model, language);
        }
        return saved(account, next);
    }

    private void known(String account, Locale language) {
        if (lines.line(account, language).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private boolean change(String limit, String account, String value, Principal by) {
        try {
            changes.limit(limit, account, number(value), by.getName());
            return true;
        } catch (IllegalArgumentException mistyped) {
            return false;
        }
    }

    private static OptionalLong number(String typed) {
        String plain = typed.strip();
        if (plain.length() > LONGEST) {
            throw new IllegalArgumentException("no number of this size");
        }
        return plain.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(plain));
    }

    private static void refused(Model model, HttpServletResponse response, String field) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", field);
    }

    private static String saved(String account, RedirectAttributes next) {
        next.addFlashAttribute("notice", "limits.saved");
        return "redirect:" + PAGE + "/lines/" + account;
    }

    private String say(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    /** The page's place in the menu. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        MenuEntry limitsMenuEntry() {
            return new MenuEntry(PAGE, "limits.menu", "admin", 84);
        }
    }
}
