package id.pendopo.channels.gateway.health.pages;

import id.pendopo.channels.gateway.accounts.AccountDesk;
import id.pendopo.channels.gateway.accounts.AccountDesk.Known;
import id.pendopo.channels.gateway.accounts.AccountDesk.Refused;
import id.pendopo.channels.gateway.health.AccountHealth;
import id.pendopo.channels.gateway.health.HealthRow;
import id.pendopo.ui.MenuEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
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

/** The administration's page of channel accounts: each with its health; they are added, changed, switched and tested here. */
@Controller
@RequestMapping(ChannelsPage.PATH)
@PreAuthorize("hasAuthority('admin')")
class ChannelsPage {

    static final String PATH = "/admin/channels";

    /** Before a setting's path in the names of inputs. */
    static final String INPUT = "s.";

    private static final int LONGEST_SILENCE = 720;

    private final AccountDesk accounts;
    private final AccountLines lines;
    private final AccountFields fields;
    private final AccountHealth health;
    private final MessageSource messages;
    private final String publicUrl;

    ChannelsPage(
            AccountDesk accounts,
            AccountLines lines,
            AccountFields fields,
            AccountHealth health,
            MessageSource messages,
            @Value("${pendopo.public-url:}") String publicUrl) {
        this.accounts = accounts;
        this.lines = lines;
        this.fields = fields;
        this.health = health;
        this.messages = messages;
        this.publicUrl = publicUrl.replaceFirst("/+$", "");
    }

    /** A kind that can be added. */
    record Kind(String kind, String name) {}

    @GetMapping
    String show(Model model, Locale language) {
        model.addAttribute("title", say("accounts.title", language));
        model.addAttribute("lines", lines.lines(language));
        model.addAttribute(
                "kinds",
                accounts.kinds().stream()
                        .map(kind -> new Kind(kind.kind(), lines.kind(kind.kind(), language)))
                        .sorted(Comparator.comparing(Kind::name))
                        .toList());
        return "channels/accounts";
    }

    @GetMapping("/new")
    String blank(@RequestParam String kind, Model model, Locale language) {
        return blank(kind, "", Map.of(), Map.of(), model, language);
    }

    private String blank(
            String kind,
            String name,
            Map<String, String> values,
            Map<String, String> faults,
            Model model,
            Locale language) {
        List<AccountFields.Field> settings = fields.of(kind, values, List.of(), faults, language);
        if (settings.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String called = lines.kind(kind, language);
        model.addAttribute("title", messages.getMessage("accounts.new", new Object[] {called}, language));
        model.addAttribute("kind", kind);
        model.addAttribute("name", name);
        model.addAttribute("nameFault", faults.getOrDefault("name", ""));
        model.addAttribute("fields", settings);
        return "channels/account-new";
    }

    @PostMapping("/new")
    String make(
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam Map<String, String> form,
            Principal by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale language) {
        Map<String, String> typed = typed(form);
        try {
            accounts.make(name.strip(), kind, typed, by.getName());
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return blank(kind, name, typed, faults(refused, language), model, language);
        }
        next.addFlashAttribute("notice", "accounts.made");
        return to(name.strip());
    }

    private static Map<String, String> typed(Map<String, String> form) {
        Map<String, String> typed = new HashMap<>();
        form.forEach((input, value) -> {
            if (input.startsWith(INPUT)) {
                typed.put(input.substring(INPUT.length()), value);
            }
        });
        return typed;
    }

    private Map<String, String> faults(Refused refused, Locale language) {
        return Map.of(refused.field(), say("accounts.error." + refused.problem(), language));
    }

    @GetMapping("/{name}")
    String account(@PathVariable String name, Model model, Locale language) {
        Known account = known(name);
        return account(account, accounts.shown(account), Map.of(), model, language);
    }

    private Known known(String name) {
        return accounts.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String account(
            Known account, Map<String, String> values, Map<String, String> faults, Model model, Locale language) {
        String name = account.name();
        Object[] called = {name, lines.kind(account.kind(), language)};
        model.addAttribute("title", messages.getMessage("accounts.one", called, language));
        model.addAttribute("account", account);
        model.addAttribute(
                "fares",
                lines.lines(language).stream()
                        .filter(line -> line.name().equals(name))
                        .findFirst()
                        .orElseThrow());
        model.addAttribute("webhook", publicUrl + "/webhooks/" + name);
        model.addAttribute("guide", "docs/channels/" + account.kind() + ".md");
        model.addAttribute("fields", fields.of(account.kind(), values, accounts.kept(account), faults, language));
        model.addAttribute("fault", faults.getOrDefault("", ""));
        model.addAttribute(
                "hours", account.row().silence().map(Duration::toHours).orElse(null));
        return "channels/account";
    }

    @PostMapping("/{name}")
    String change(
            @PathVariable String name,
            @RequestParam int version,
            @RequestParam Map<String, String> form,
            Principal by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale language) {
        Known account = known(name);
        if (account.configured()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Map<String, String> typed = typed(form);
        try {
            accounts.change(name, version, typed, by.getName());
        } catch (Refused refused) {
            response.setStatus(
                    "stale".equals(refused.problem())
                            ? HttpStatus.CONFLICT.value()
                            : HttpStatus.UNPROCESSABLE_CONTENT.value());
            return account(known(name), typed, faults(refused, language), model, language);
        }
        next.addFlashAttribute("notice", "accounts.saved");
        return to(name);
    }

    @PostMapping("/{name}/switch")
    String turn(@PathVariable String name, @RequestParam boolean on, Principal by, RedirectAttributes next) {
        known(name);
        accounts.turn(name, on, by.getName());
        next.addFlashAttribute("notice", on ? "accounts.on" : "accounts.off");
        return to(name);
    }

    @PostMapping("/{name}/silence")
    String silence(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String hours,
            Principal by,
            RedirectAttributes next) {
        known(name);
        Optional<Integer> typed = Optional.of(hours.strip())
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Integer::valueOf);
        if (typed.isEmpty() != hours.isBlank()
                || typed.filter(time -> time > LONGEST_SILENCE).isPresent()) {
            next.addFlashAttribute("notice", "accounts.error.hours");
        } else {
            accounts.alarm(name, typed.filter(time -> time > 0).map(Duration::ofHours), by.getName());
            next.addFlashAttribute("notice", "accounts.saved");
        }
        return to(name);
    }

    /** Asks the provider now; nobody is written to. */
    @PostMapping("/{name}/check")
    String check(@PathVariable String name, RedirectAttributes next, Locale language) {
        Optional<HealthRow> said = accounts.connected(name).flatMap(health::check);
        next.addFlashAttribute("notice", said.isEmpty() ? "accounts.check.cannot" : "accounts.check.done");
        next.addFlashAttribute("answers", String.join(" ", lines.said(said, language)));
        return to(name);
    }

    private static String to(String name) {
        return "redirect:" + PATH + "/" + name;
    }

    private String say(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    /** The page's place in the menu. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        MenuEntry channelsMenuEntry() {
            return new MenuEntry(PATH, "accounts.menu", "admin", 83);
        }
    }
}
