package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.calendar.Shift;
import id.pendopo.ticketing.naming.StoredNames;
import id.pendopo.ui.ChangeLog.Change;
import id.pendopo.ui.ContentFiles;
import id.pendopo.ui.CountryPack;
import id.pendopo.ui.LinedDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Export and import of units with their hours and promises, and of categories with their examples: {@code catalogue.json}. */
@Component
@Order(10)
class CatalogueContent implements ContentFiles {

    private static final String FILE = "catalogue.json";
    private static final String UNIT = "ticketing.content.unit";
    private static final String CATEGORY = "ticketing.content.category";
    private static final String NAME = "ticketing.admin.desk.name";

    private final UnitRecords units;
    private final CategoryRecords categories;
    private final Catalogue catalogue;
    private final StoredNames names;
    private final CountryPack pack;

    CatalogueContent(
            UnitRecords units, CategoryRecords categories, Catalogue catalogue, StoredNames names, CountryPack pack) {
        this.units = units;
        this.categories = categories;
        this.catalogue = catalogue;
        this.names = names;
        this.pack = pack;
    }

    @Override
    public boolean owns(String path) {
        return path.equals(FILE);
    }

    @Override
    public Map<String, String> export() {
        return Map.of(
                FILE,
                CatalogueFile.of(units.all(), categories.all(), CatalogueFile.of(pack))
                        .write());
    }

    @Override
    public Taken take(Map<String, String> files, Import how) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Unit> known = units.all().stream().collect(Collectors.toMap(Unit::key, Function.identity()));
        List<Unit> newUnits = new ArrayList<>();
        List<CategoryRecords.Entry> newCategories = new ArrayList<>();
        Optional.ofNullable(files.get(FILE))
                .flatMap(text -> LinedDocument.of(FILE, text, CatalogueFile.JSON, faults))
                .ifPresent(document -> {
                    CatalogueReader reader = new CatalogueReader(document, known.keySet(), names.main());
                    reader.read();
                    newUnits.addAll(reader.units());
                    newCategories.addAll(reader.categories());
                });
        if (!faults.isEmpty() || !files.containsKey(FILE)) {
            return new Taken(faults, List.of(), List.of());
        }
        List<Change> changes = new ArrayList<>();
        newUnits.forEach(unit -> put(unit, Optional.ofNullable(known.get(unit.key())), how.actor(), changes));
        List<CategoryRecords.Entry> before = categories.all();
        put(before, newCategories, how.actor(), changes);
        catalogue.refresh();
        return new Taken(faults, changes, how.remove() ? left(known, before, newUnits, newCategories) : List.of());
    }

    private void put(Unit unit, Optional<Unit> before, String actor, List<Change> changes) {
        if (!before.equals(Optional.of(unit))) {
            units.put(unit);
            changes.add(new Change(
                    actor,
                    UNIT,
                    unit.key(),
                    before.map(CatalogueContent::values).orElse(Map.of()),
                    values(unit)));
        }
    }

    /** Those of the file take the places that they have among all, in the order of the file; new ones follow their predecessor. */
    private void put(
            List<CategoryRecords.Entry> before, List<CategoryRecords.Entry> read, String actor, List<Change> changes) {
        Map<String, CategoryRecords.Entry> old = byKey(before);
        Map<String, CategoryRecords.Entry> all = new LinkedHashMap<>(old);
        all.putAll(byKey(read));
        List<String> was = List.copyOf(old.keySet());
        List<String> order = CategoryOrder.of(was, List.copyOf(byKey(read).keySet()));
        List<String> among = order.stream().filter(old::containsKey).toList();
        for (int i = 0; i < order.size(); i++) {
            String key = order.get(i);
            CategoryRecords.Entry entry = Objects.requireNonNull(all.get(key));
            boolean moved = old.containsKey(key) && was.indexOf(key) != among.indexOf(key);
            if (!entry.equals(old.get(key)) || !order.equals(was)) {
                categories.put(entry, i);
            }
            if (!entry.equals(old.get(key)) || moved) {
                changes.add(new Change(
                        actor,
                        CATEGORY,
                        key,
                        Optional.ofNullable(old.get(key))
                                .map(one -> values(one, was.indexOf(key), moved))
                                .orElse(Map.of()),
                        values(entry, among.indexOf(key), moved)));
            }
        }
    }

    private static Map<String, CategoryRecords.Entry> byKey(List<CategoryRecords.Entry> entries) {
        Map<String, CategoryRecords.Entry> byKey = new LinkedHashMap<>();
        entries.forEach(entry -> byKey.put(entry.category().key(), entry));
        return byKey;
    }

    private static List<String> keys(List<CategoryRecords.Entry> entries) {
        return entries.stream().map(entry -> entry.category().key()).toList();
    }

    private static List<String> left(
            Map<String, Unit> known,
            List<CategoryRecords.Entry> before,
            List<Unit> units,
            List<CategoryRecords.Entry> categories) {
        List<String> inFile = Stream.concat(units.stream().map(Unit::key), keys(categories).stream())
                .toList();
        return Stream.concat(known.keySet().stream().sorted(), keys(before).stream())
                .filter(key -> !inFile.contains(key))
                .map(key -> key + " is not in " + FILE
                        + " and stays: tickets name it. Switch it off at /admin/desk, or there with \"active\": false.")
                .toList();
    }

    private static Map<String, String> values(Unit unit) {
        Map<String, String> values = new TreeMap<>(Map.of(
                NAME,
                unit.names().inWords(),
                "ticketing.admin.desk.zone",
                unit.zone().getId(),
                "ticketing.admin.desk.hours",
                unit.shifts().stream().map(CatalogueContent::words).collect(joined()),
                "ticketing.admin.desk.promises",
                new TreeMap<>(unit.promises())
                        .entrySet().stream()
                                .map(promise -> promise.getKey() + " " + promise.getValue())
                                .collect(joined()),
                "ticketing.settings.address",
                unit.contact().address(),
                "ticketing.settings.phone",
                unit.contact().phone()));
        values.put("ticketing.settings.active", "ticketing.change." + (unit.active() ? "yes" : "no"));
        return values;
    }

    private static String words(Shift shift) {
        return shift.weekday() + " " + shift.starts() + "-" + shift.ends();
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(", ");
    }

    /** @param moved whether its place among all is worth a word */
    private static Map<String, String> values(CategoryRecords.Entry entry, int place, boolean moved) {
        Category category = entry.category();
        Map<String, String> values = new TreeMap<>(Map.of(
                NAME,
                category.names().inWords(),
                "ticketing.admin.desk.unit",
                category.unit(),
                "ticketing.admin.desk.type",
                category.type().name(),
                "ticketing.content.visibility",
                entry.visibility().name(),
                "ticketing.content.examples",
                String.join(" · ", category.examples())));
        entry.promise().ifPresent(days -> values.put("ticketing.settings.promise", "" + days));
        category.danger().ifPresent(danger -> values.put("ticketing.settings.danger", danger.name()));
        values.put("ticketing.settings.active", "ticketing.change." + (entry.active() ? "yes" : "no"));
        if (moved) {
            values.put("ticketing.change.order", "" + (place + 1));
        }
        return values;
    }
}
