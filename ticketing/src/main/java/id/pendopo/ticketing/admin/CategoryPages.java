package id.pendopo.ticketing.admin;

import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Ticket.Danger;
import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.labels.TicketLabels;
import id.pendopo.ticketing.organisation.CategoryRecords.Entry;
import id.pendopo.ticketing.organisation.Unit;
import id.pendopo.ticketing.settings.CategorySettings;
import id.pendopo.ticketing.settings.CategoryWish;
import id.pendopo.ticketing.settings.UnitSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The view models of the pages of categories. */
@Component
class CategoryPages {

    private final CategorySettings settings;
    private final UnitSettings units;
    private final NameFields names;
    private final ConfidentialReaders readers;
    private final TicketLabels labels;

    CategoryPages(
            CategorySettings settings,
            UnitSettings units,
            NameFields names,
            ConfidentialReaders readers,
            TicketLabels labels) {
        this.readers = readers;
        this.settings = settings;
        this.units = units;
        this.names = names;
        this.labels = labels;
    }

    record Line(
            String key,
            String name,
            boolean active,
            String type,
            String unit,
            String promise,
            String danger,
            int examples,
            String readers,
            boolean confidential) {}

    record Option(String key, String label) {}

    ModelAndView list(String saved, Locale language) {
        return new ModelAndView("ticketing/categories")
                .addObject("title", labels.say(language, "admin.desk.categories"))
                .addObject(
                        "saved",
                        settings.find(saved)
                                .map(entry -> entry.category().name(language))
                                .orElse(""))
                .addObject(
                        "categories",
                        settings.all().stream()
                                .map(entry -> line(entry, language))
                                .toList());
    }

    private Line line(Entry entry, Locale language) {
        Category category = entry.category();
        return new Line(
                category.key(),
                category.name(language),
                entry.active(),
                labels.say(language, "desk.type." + category.type()),
                units.find(category.unit()).map(unit -> unit.name(language)).orElse(category.unit()),
                entry.promise()
                        .map(days -> labels.say(language, "admin.desk.days", days))
                        .orElse(""),
                category.danger()
                        .map(kind -> labels.say(language, "danger." + kind))
                        .orElse(""),
                category.examples().size(),
                readers.names(category, language),
                readers.always(entry));
    }

    ModelAndView adding(CategoryWish category, Locale language) {
        return form(category, language)
                .addObject("title", labels.say(language, "settings.category.add"))
                .addObject("address", "/admin/desk/categories")
                .addObject("known", false)
                .addObject("version", 0);
    }

    ModelAndView changing(CategoryWish category, int version, Locale language) {
        String name = settings.find(category.key())
                .map(now -> now.category().name(language))
                .orElse(category.key());
        return form(category, language)
                .addObject("title", name)
                .addObject("address", "/admin/desk/categories/" + category.key())
                .addObject("known", true)
                .addObject("version", version);
    }

    private ModelAndView form(CategoryWish category, Locale language) {
        return new ModelAndView("ticketing/category")
                .addObject("category", category)
                .addObject("fields", names.of(category.names(), language))
                .addObject("examples", String.join("\n", category.examples()))
                .addObject("units", units(category.unit(), language))
                .addObject(
                        "types",
                        Arrays.stream(TicketType.values())
                                .map(type -> option(type, "desk.type.", language))
                                .toList())
                .addObject(
                        "visibilities",
                        Arrays.stream(CategoryWish.visibilities())
                                .map(one -> option(one, "desk.visibility.", language))
                                .toList())
                .addObject(
                        "dangers",
                        Arrays.stream(Danger.values())
                                .filter(kind -> kind != Danger.OTHER)
                                .map(kind -> option(kind, "danger.", language))
                                .toList());
    }

    private Option option(Enum<?> value, String prefix, Locale language) {
        return new Option(value.name(), labels.say(language, prefix + value));
    }

    private List<Option> units(String chosen, Locale language) {
        return units.all().stream()
                .filter(unit -> unit.active() || unit.key().equals(chosen))
                .map((Unit unit) -> new Option(unit.key(), unit.name(language)))
                .toList();
    }
}
