package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ui.SettingsEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The index of the office's own settings: the pages of this module, and what others add. */
@Controller
class SettingsController {

    private final List<SettingsEntry> entries;
    private final DutySection duty;
    private final TicketLabels labels;

    SettingsController(List<SettingsEntry> entries, DutySection duty, TicketLabels labels) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(SettingsEntry::order))
                .toList();
        this.duty = duty;
        this.labels = labels;
    }

    @GetMapping("/admin/desk")
    @PreAuthorize("hasAuthority('admin')")
    ModelAndView index(Locale language) {
        return new ModelAndView("ticketing/settings")
                .addObject("title", labels.say(language, "admin.desk.title"))
                .addObject("entries", entries)
                .addObject("dutyWarning", duty.warning(language));
    }

    /** The places of this module's pages among the settings. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        SettingsEntry unitsSettingsEntry() {
            return new SettingsEntry("/admin/desk/units", "ticketing.admin.desk.units", "ticketing.settings.units", 20);
        }

        @Bean
        SettingsEntry categoriesSettingsEntry() {
            return new SettingsEntry(
                    "/admin/desk/categories", "ticketing.admin.desk.categories", "ticketing.settings.categories", 30);
        }

        @Bean
        SettingsEntry holidaysSettingsEntry() {
            return new SettingsEntry(
                    "/admin/desk/holidays", "ticketing.admin.desk.holidays", "ticketing.settings.holidays", 40);
        }

        @Bean
        SettingsEntry dutySettingsEntry() {
            return new SettingsEntry("/admin/desk/duty", "ticketing.admin.duty", "ticketing.settings.duty", 50);
        }
    }
}
