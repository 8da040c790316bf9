package id.pendopo.config.pages;

import id.pendopo.config.security.oidc.OidcLogin;
import id.pendopo.config.security.oidc.Refusal;
import id.pendopo.config.security.passkeys.Passkeys;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ui.CountryPack;
import id.pendopo.ui.MenuEntry;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The hall, the log-in and the first page of the administration. */
@Controller
class HallController {

    private final MessageSource messages;
    private final CountryPack pack;
    private final Alarms alarms;
    private final OidcLogin office;
    private final Passkeys passkeys;

    HallController(MessageSource messages, CountryPack pack, Alarms alarms, OidcLogin office, Passkeys passkeys) {
        this.office = office;
        this.passkeys = passkeys;
        this.pack = pack;
        this.alarms = alarms;
        this.messages = messages;
    }

    @GetMapping("/")
    String hall(Model model, Locale locale) {
        model.addAttribute("title", messages.getMessage("config.hall.title", null, locale));
        model.addAttribute("emergency", pack.setting("emergency").orElse(""));
        return "config/hall";
    }

    @GetMapping("/login")
    String login(@RequestParam(name = "office", defaultValue = "") String refusal, Model model, Locale locale) {
        model.addAttribute("officeLogin", office.configured());
        model.addAttribute("officeName", office.name());
        model.addAttribute("passkeys", passkeys.usable());
        model.addAttribute("refusal", Refusal.of(refusal).map(Refusal::key).orElse(""));
        model.addAttribute("title", messages.getMessage("config.login.title", null, locale));
        return "config/login";
    }

    @GetMapping("/admin")
    String admin(Model model, Locale locale) {
        model.addAttribute("title", messages.getMessage("config.admin.title", null, locale));
        model.addAttribute("nobodyOnDuty", !alarms.unstaffed().isEmpty());
        return "config/admin";
    }

    /** The administration's place in the menu. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        MenuEntry adminMenuEntry() {
            return new MenuEntry("/admin", "config.menu.admin", "admin", 80);
        }
    }
}
