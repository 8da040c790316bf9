package id.pendopo.config.office;

import id.pendopo.config.agency.AgencySettings;
import id.pendopo.ui.CountryPack;
import id.pendopo.ui.SettingsEntry;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administration's page of the agency: its name, its public numbers, and which country pack is loaded. */
@Controller
@RequestMapping("/admin/desk/agency")
@PreAuthorize("hasAuthority('admin')")
class AgencyPage {

    private final AgencySettings settings;
    private final CountryPack pack;
    private final MessageSource messages;

    AgencyPage(AgencySettings settings, CountryPack pack, MessageSource messages) {
        this.settings = settings;
        this.pack = pack;
        this.messages = messages;
    }

    /** What is wrong with a field. */
    record Fault(String field, String text) {}

    /** The pack in words. */
    record PackFacts(String name, String country, String languages, String zone) {}

    @GetMapping
    String show(Model model, Locale language) {
        return show(AgencyForm.of(settings.current()), List.of(), model, language);
    }

    private String show(AgencyForm form, List<String> errors, Model model, Locale language) {
        model.addAttribute("title", messages.getMessage("config.agency.title", null, language));
        model.addAttribute("form", form);
        model.addAttribute("stored", settings.current().isStored());
        model.addAttribute(
                "faults",
                errors.stream()
                        .map(field ->
                                new Fault(field, messages.getMessage("config.agency.error." + field, null, language)))
                        .toList());
        model.addAttribute(
                "pack",
                new PackFacts(
                        pack.name(),
                        Locale.of("", pack.region()).getDisplayCountry(language),
                        pack.languages().stream()
                                .map(one -> one.getDisplayLanguage(language))
                                .collect(Collectors.joining(", ")),
                        pack.zone().getId()));
        return "config/agency";
    }

    @PostMapping
    String save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String texting,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String bot,
            @RequestParam(defaultValue = "-1") int version,
            Principal by,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale language) {
        AgencyForm form = new AgencyForm(name, texting, phone, bot, version);
        List<String> errors = form.errors();
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(form, errors, model, language);
        }
        try {
            settings.change(form.profile(), form.version(), by.getName());
        } catch (AgencySettings.Stale stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("stale", AgencyForm.of(settings.current()));
            return show(form, List.of(), model, language);
        }
        next.addFlashAttribute("notice", "config.agency.saved");
        return "redirect:/admin/desk/agency";
    }

    /** The page's place among the settings. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        SettingsEntry agencySettingsEntry() {
            return new SettingsEntry("/admin/desk/agency", "config.agency.title", "config.agency.hint", 10);
        }
    }
}
