package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.organisation.CategoryRecords.Entry;
import id.pendopo.ticketing.settings.CategorySettings;
import id.pendopo.ticketing.settings.CategoryWish;
import id.pendopo.ticketing.settings.SettingsRefused;
import java.security.Principal;
import java.util.List;
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

/** The administration's pages of categories: the list, a new one, one that is changed or switched off. */
@Controller
@RequestMapping("/admin/desk")
@PreAuthorize("hasAuthority('admin')")
class CategoriesController {

    private static final String LIST = "/admin/desk/categories";

    private final CategorySettings settings;
    private final CategoryPages pages;
    private final NameFields names;
    private final SettingsForms forms;

    CategoriesController(CategorySettings settings, CategoryPages pages, NameFields names, SettingsForms forms) {
        this.settings = settings;
        this.pages = pages;
        this.names = names;
        this.forms = forms;
    }

    @GetMapping("/categories")
    ModelAndView list(@RequestParam(defaultValue = "") String saved, Locale language) {
        return pages.list(saved, language);
    }

    @GetMapping("/new-category")
    ModelAndView blank(Locale language) {
        return forms.fresh(pages.adding(CategoryWish.BLANK, language));
    }

    @PostMapping("/categories")
    ModelAndView add(@RequestParam Map<String, String> form, Principal by, Locale language) {
        CategoryWish wish = wish(form.getOrDefault("key", "").strip(), form, CategoryWish.BLANK);
        try {
            settings.add(wish, by.getName());
        } catch (SettingsRefused refused) {
            return forms.refused(pages.adding(wish, language), refused, language);
        }
        return SettingsForms.saved(LIST, wish.key());
    }

    @GetMapping("/categories/{key}")
    ModelAndView show(@PathVariable String key, Locale language) {
        return forms.fresh(pages.changing(CategoryWish.of(known(key)), settings.version(key), language));
    }

    @PostMapping("/categories/{key}")
    ModelAndView change(
            @PathVariable String key, @RequestParam Map<String, String> form, Principal by, Locale language) {
        CategoryWish wish = wish(key, form, CategoryWish.of(known(key)));
        int seen = SettingsForms.seen(form);
        try {
            settings.change(wish, seen, by.getName());
        } catch (SettingsRefused refused) {
            return forms.refused(pages.changing(wish, seen, language), refused, language);
        }
        return SettingsForms.saved(LIST, key);
    }

    private Entry known(String key) {
        return settings.find(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What was typed; a field that the form does not have stays as it is. */
    private CategoryWish wish(String key, Map<String, String> form, CategoryWish before) {
        String examples = form.get("examples");
        return new CategoryWish(
                key,
                names.typed(form),
                form.getOrDefault("unit", before.unit()),
                form.getOrDefault("type", before.type()),
                form.getOrDefault("visibility", before.visibility()),
                form.getOrDefault("promise", before.promise()).strip(),
                form.getOrDefault("danger", before.danger()),
                examples == null ? before.examples() : List.of(examples.split("\\R")),
                Boolean.parseBoolean(form.getOrDefault("active", "false")));
    }
}
