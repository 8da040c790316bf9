package id.pendopo.ticketing.settings;

import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.lifecycle.TicketQueries;
import id.pendopo.ticketing.naming.StoredNames;
import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.organisation.Unit;
import id.pendopo.ticketing.organisation.UnitRecords;
import id.pendopo.ticketing.settings.SettingsRefused.Kind;
import id.pendopo.ui.ChangeLog.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The settings of units: adding one, changing one, switching one off. Any thread may ask. */
@Component
public class UnitSettings {

    private static final String CHANGE = "ticketing.change.unit";

    private final Catalogue catalogue;
    private final UnitRecords records;
    private final TicketQueries tickets;
    private final StoredNames names;
    private final RecordedChanges changes;

    UnitSettings(
            Catalogue catalogue,
            UnitRecords records,
            TicketQueries tickets,
            StoredNames names,
            RecordedChanges changes) {
        this.catalogue = catalogue;
        this.records = records;
        this.tickets = tickets;
        this.names = names;
        this.changes = changes;
    }

    /** Every unit, those that are switched off among them. */
    public List<Unit> all() {
        return catalogue.units();
    }

    public Optional<Unit> find(String key) {
        return catalogue.unit(key);
    }

    /** Which version whoever changes a unit has to have seen; 0 of one that there is not. */
    public int version(String key) {
        return records.version(key).orElse(0);
    }

    /** How many tickets of a unit are not closed. */
    public long open(String key) {
        return tickets.open(key);
    }

    /**
     * Adds a unit.
     *
     * @param by who does it, for the audit
     * @throws SettingsRefused it is not added
     */
    public void add(UnitWish wish, String by) {
        Unit unit = checked(wish);
        changes.make(() -> {
            if (records.lock(unit.key()).isPresent()) {
                throw SettingsRefused.of(Kind.TAKEN, Fault.of("key", "taken"));
            }
            return stored(unit, Map.of(), by);
        });
    }

    /**
     * Changes a unit; whatever was published keeps its key and is called by the new name.
     *
     * @param seen the version that the change was made of
     * @param by who does it, for the audit
     * @throws SettingsRefused it is not changed
     */
    public void change(UnitWish wish, int seen, String by) {
        Unit unit = checked(wish);
        changes.make(() -> {
            int version = records.lock(unit.key())
                    .orElseThrow(() -> SettingsRefused.of(Kind.ABSENT, Fault.of("key", "absent")));
            if (version != seen) {
                throw SettingsRefused.of(Kind.STALE, Fault.of("version", "stale"));
            }
            catalogue.refresh();
            Unit before = catalogue.unit(unit.key()).orElseThrow();
            if (before.active() && !unit.active()) {
                unused(unit.key());
            }
            return stored(unit, values(before), by);
        });
    }

    private Unit checked(UnitWish wish) {
        List<Fault> faults = wish.faults(names.main());
        if (!faults.isEmpty()) {
            throw new SettingsRefused(Kind.WRONG, faults);
        }
        return wish.unit(names.main());
    }

    private Change stored(Unit unit, Map<String, String> before, String by) {
        records.put(unit);
        records.checked(unit.key());
        return new Change(by, CHANGE, unit.key(), before, values(unit));
    }

    /** Who is switched off has nothing left to do, and nothing leads there. */
    private void unused(String unit) {
        long leading = catalogue.categories().stream()
                .filter(category -> category.unit().equals(unit))
                .count();
        if (leading > 0) {
            throw SettingsRefused.of(Kind.IN_USE, Fault.of("active", "categories", leading));
        }
        long open = tickets.open(unit);
        if (open > 0) {
            throw SettingsRefused.of(Kind.IN_USE, Fault.of("active", "tickets", open));
        }
    }

    private static Map<String, String> values(Unit unit) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "ticketing.admin.desk.name", called(unit.names().texts()),
                "ticketing.admin.desk.zone", unit.zone().getId(),
                "ticketing.admin.desk.hours", hours(unit),
                "ticketing.settings.active", unit.active() ? "ticketing.settings.on" : "ticketing.settings.off"));
        for (TicketType type : TicketType.values()) {
            values.put("ticketing.settings.promise." + type, String.valueOf(unit.days(type)));
        }
        values.put("ticketing.settings.address", unit.contact().address());
        values.put("ticketing.settings.phone", unit.contact().phone());
        return values;
    }

    private static String hours(Unit unit) {
        return OpeningHours.written(unit.shifts()).entrySet().stream()
                .map(day -> day.getKey().getValue() + ": " + day.getValue())
                .collect(Collectors.joining(" · "));
    }

    /** {@code id: Dinas Kesehatan · en: Health Office}. */
    static String called(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(text -> text.getKey() + ": " + text.getValue())
                .collect(Collectors.joining(" · "));
    }
}
