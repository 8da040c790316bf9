package id.pendopo.config.pages;

import id.pendopo.config.security.Menu;
import id.pendopo.config.security.Users;
import id.pendopo.ticketing.Alarms;
import id.pendopo.ui.CountryPack;
import id.pendopo.ui.MenuEntry;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The hall, the log-in and the first page of the administration. */
@Controller
class HallController {

    private static final int SHORTEST_PASSWORD = 12;

    private final MessageSource messages;
    private final Users users;
    private final Menu menu;
    private final CountryPack pack;
    private final Alarms alarms;

    HallController(MessageSource messages, Users users, Menu menu, CountryPack pack, Alarms alarms) {
        this.pack = pack;
        this.alarms = alarms;
        this.messages = messages;
        this.users = users;
        this.menu = menu;
    }

    @GetMapping("/")
    String hall(Model model, Locale locale) {
        model.addAttribute("title", messages.getMessage("config.hall.title", null, locale));
        model.addAttribute("emergency", pack.setting("emergency").orElse(""));
        return "config/hall";
    }

    @GetMapping("/login")
    String login(Model model, Locale locale) {
        model.addAttribute("title", messages.getMessage("config.login.title", null, locale));
        return "config/login";
    }

    @GetMapping("/password")
    String password(Model model, Locale locale) {
        model.addAttribute("title", messages.getMessage("config.password.title", null, locale));
        return "config/password";
    }

    @PostMapping("/password")
    String changePassword(@RequestParam String password, Authentication who, Model model, Locale locale) {
        if (password.length() < SHORTEST_PASSWORD || password.equalsIgnoreCase(who.getName())) {
            model.addAttribute("tooShort", true);
            return password(model, locale);
        }
        users.changePassword(who.getName(), password);
        return "redirect:" + menu.home(who);
    }

    @GetMapping("/admin")
    String admin(Model model, Locale locale) {
        model.addAttribute("title", messages.getMessage("config.admin.title", null, locale));
        model.addAttribute("people", users.all());
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
