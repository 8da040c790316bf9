package id.pendopo.ticketing.settings;

import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.naming.StoredNames;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.organisation.CategoryRecords;
import id.pendopo.ticketing.organisation.CategoryRecords.Entry;
import id.pendopo.ticketing.settings.SettingsRefused.Kind;
import id.pendopo.ui.ChangeLog.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The settings of categories: adding one, changing one with its examples, switching one off. Any thread may ask. */
@Component
public class CategorySettings {

    private static final String CHANGE = "ticketing.change.category";

    private final Catalogue catalogue;
    private final CategoryRecords records;
    private final StoredNames names;
    private final RecordedChanges changes;

    CategorySettings(Catalogue catalogue, CategoryRecords records, StoredNames names, RecordedChanges changes) {
        this.catalogue = catalogue;
        this.records = records;
        this.names = names;
        this.changes = changes;
    }

    /** Every category in the order in which citizens read them, those that are switched off among them. */
    public List<Entry> all() {
        return catalogue.entries();
    }

    public Optional<Entry> find(String key) {
        return catalogue.category(key);
    }

    /** Which version whoever changes a category has to have seen; 0 of one that there is not. */
    public int version(String key) {
        return records.version(key).orElse(0);
    }

    /**
     * Adds a category.
     *
     * @param by who does it, for the audit
     * @throws SettingsRefused it is not added
     */
    public void add(CategoryWish wish, String by) {
        Entry entry = checked(wish);
        changes.make(() -> {
            if (records.lock(wish.key()).isPresent()) {
                throw SettingsRefused.of(Kind.TAKEN, Fault.of("key", "taken"));
            }
            return stored(entry, Map.of(), by);
        });
    }

    /**
     * Changes a category; tickets of it keep their unit, deadline and history, and call it by its new name.
     *
     * @param seen the version that the change was made of
     * @param by who does it, for the audit
     * @throws SettingsRefused it is not changed
     */
    public void change(CategoryWish wish, int seen, String by) {
        Entry entry = checked(wish);
        changes.make(() -> {
            int version = records.lock(wish.key())
                    .orElseThrow(() -> SettingsRefused.of(Kind.ABSENT, Fault.of("key", "absent")));
            if (version != seen) {
                throw SettingsRefused.of(Kind.STALE, Fault.of("version", "stale"));
            }
            catalogue.refresh();
            Entry before = catalogue.known(wish.key());
            if (before.active() && !entry.active() && catalogue.categories().size() == 1) {
                throw SettingsRefused.of(Kind.IN_USE, Fault.of("active", "last"));
            }
            return stored(entry, values(before), by);
        });
    }

    private Entry checked(CategoryWish wish) {
        List<Fault> faults = wish.faults(names.main());
        if (!faults.isEmpty()) {
            throw new SettingsRefused(Kind.WRONG, faults);
        }
        if (catalogue
                .unit(wish.unit())
                .filter(unit -> unit.active() || !wish.active())
                .isEmpty()) {
            throw SettingsRefused.of(Kind.WRONG, Fault.of("unit", "unit"));
        }
        return wish.entry(names.main());
    }

    private Change stored(Entry entry, Map<String, String> before, String by) {
        records.put(entry);
        return new Change(by, CHANGE, entry.category().key(), before, values(entry));
    }

    private static Map<String, String> values(Entry entry) {
        Category category = entry.category();
        Map<String, String> values = new TreeMap<>(Map.of(
                "ticketing.admin.desk.name",
                UnitSettings.called(category.names().texts()),
                "ticketing.admin.desk.unit",
                category.unit(),
                "ticketing.admin.desk.type",
                "ticketing.desk.type." + category.type(),
                "ticketing.desk.fact.visibility",
                "ticketing.desk.visibility." + entry.visibility(),
                "ticketing.settings.examples",
                String.join(" · ", category.examples()),
                "ticketing.settings.active",
                entry.active() ? "ticketing.settings.on" : "ticketing.settings.off"));
        entry.promise().ifPresent(days -> values.put("ticketing.settings.promise", String.valueOf(days)));
        category.danger().ifPresent(kind -> values.put("ticketing.settings.danger", "ticketing.danger." + kind));
        return values;
    }
}
