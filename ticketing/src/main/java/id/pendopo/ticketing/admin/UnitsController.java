package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.organisation.Unit;
import id.pendopo.ticketing.settings.SettingsRefused;
import id.pendopo.ticketing.settings.UnitSettings;
import id.pendopo.ticketing.settings.UnitWish;
import java.security.Principal;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
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

/** The administration's pages of units: the list, a new one, one that is changed or switched off. */
@Controller
@RequestMapping("/admin/desk")
@PreAuthorize("hasAuthority('admin')")
class UnitsController {

    private static final String LIST = "/admin/desk/units";

    private final UnitSettings settings;
    private final UnitPages pages;
    private final NameFields names;
    private final SettingsForms forms;

    UnitsController(UnitSettings settings, UnitPages pages, NameFields names, SettingsForms forms) {
        this.settings = settings;
        this.pages = pages;
        this.names = names;
        this.forms = forms;
    }

    @GetMapping("/units")
    ModelAndView list(@RequestParam(defaultValue = "") String saved, Locale language) {
        return pages.list(saved, language);
    }

    @GetMapping("/new-unit")
    ModelAndView blank(Locale language) {
        return forms.fresh(pages.adding(pages.blank(), language));
    }

    @PostMapping("/units")
    ModelAndView add(@RequestParam Map<String, String> form, Principal by, Locale language) {
        UnitWish wish = wish(form.getOrDefault("key", "").strip(), form, pages.blank());
        try {
            settings.add(wish, by.getName());
        } catch (SettingsRefused refused) {
            return forms.refused(pages.adding(wish, language), refused, language);
        }
        return SettingsForms.saved(LIST, wish.key());
    }

    @GetMapping("/units/{key}")
    ModelAndView show(@PathVariable String key, Locale language) {
        UnitWish unit = UnitWish.of(known(key));
        return forms.fresh(pages.changing(unit, settings.version(key), language));
    }

    @PostMapping("/units/{key}")
    ModelAndView change(
            @PathVariable String key, @RequestParam Map<String, String> form, Principal by, Locale language) {
        UnitWish wish = wish(key, form, UnitWish.of(known(key)));
        int seen = SettingsForms.seen(form);
        try {
            settings.change(wish, seen, by.getName());
        } catch (SettingsRefused refused) {
            return forms.refused(pages.changing(wish, seen, language), refused, language);
        }
        return SettingsForms.saved(LIST, key);
    }

    private Unit known(String key) {
        return settings.find(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What was typed; a field that the form does not have stays as it is. */
    private UnitWish wish(String key, Map<String, String> form, UnitWish before) {
        Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(
                    day,
                    form.getOrDefault("hours-" + day, before.hours().getOrDefault(day, ""))
                            .strip());
        }
        Map<TicketType, String> promises = new EnumMap<>(TicketType.class);
        for (TicketType type : TicketType.values()) {
            promises.put(
                    type,
                    form.getOrDefault("promises-" + type, before.promises().getOrDefault(type, ""))
                            .strip());
        }
        return new UnitWish(
                key,
                names.typed(form),
                form.getOrDefault("zone", before.zone()),
                hours,
                promises,
                form.getOrDefault("address", before.address()),
                form.getOrDefault("phone", before.phone()),
                Boolean.parseBoolean(form.getOrDefault("active", "false")));
    }
}
