package id.pendopo.config.pages;

import id.pendopo.config.jobs.Jobs;
import id.pendopo.ui.MenuEntry;
import java.time.Clock;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administration's page of periodic work: when each job ran, how it ended, and when it runs next. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/admin/jobs")
@PreAuthorize("hasAuthority('admin')")
class JobsPage {

    private final Jobs jobs;
    private final MessageSource messages;
    private final Clock clock;

    JobsPage(Jobs jobs, MessageSource messages, Clock clock) {
        this.clock = clock;
        this.jobs = jobs;
        this.messages = messages;
    }

    @GetMapping
    String show(Model model, Locale locale) {
        model.addAttribute("title", messages.getMessage("config.jobs.title", null, locale));
        model.addAttribute("jobs", JobLine.of(jobs.all(), messages, locale, clock.getZone()));
        return "config/jobs";
    }

    @PostMapping("/{name}/run")
    String run(@PathVariable String name, RedirectAttributes attributes) {
        attributes.addFlashAttribute("notice", jobs.runNow(name) ? "config.jobs.asked" : "config.jobs.not.asked");
        return "redirect:/admin/jobs";
    }

    /** The page's place in the menu. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Navigation {

        @Bean
        MenuEntry jobsMenuEntry() {
            return new MenuEntry("/admin/jobs", "config.menu.jobs", "admin", 85);
        }
    }
}
