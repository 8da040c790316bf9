package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.calendar.Holiday;
import id.pendopo.ticketing.calendar.JdbcHolidays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * The cache of units, categories and holidays, as every ticket needs them: a turn reads none of these tables. A change
 * made on another node is seen after a minute.
 */
@Component
@DependsOn(SeedCatalogue.NAME)
public class Catalogue {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final UnitRecords units;
    private final CategoryRecords categories;
    private final JdbcHolidays holidays;
    private final Clock clock;
    private final AtomicReference<Snapshot> current = new AtomicReference<>(Snapshot.NONE);

    Catalogue(UnitRecords units, CategoryRecords categories, JdbcHolidays holidays, Clock clock) {
        this.units = units;
        this.categories = categories;
        this.holidays = holidays;
        this.clock = clock;
    }

    private record Snapshot(
            Instant read,
            Map<String, Unit> units,
            Map<String, CategoryRecords.Entry> categories,
            Set<LocalDate> holidays) {

        static final Snapshot NONE = new Snapshot(Instant.MIN, Map.of(), Map.of(), Set.of());
    }

    public List<Unit> units() {
        return List.copyOf(snapshot().units().values());
    }

    public Optional<Unit> unit(String key) {
        return Optional.ofNullable(snapshot().units().get(key));
    }

    public List<Category> categories() {
        return snapshot().categories().values().stream()
                .map(CategoryRecords.Entry::category)
                .toList();
    }

    public Optional<CategoryRecords.Entry> category(String key) {
        return Optional.ofNullable(snapshot().categories().get(key));
    }

    /** @throws IllegalArgumentException there is no such category */
    public CategoryRecords.Entry known(String key) {
        return category(key).orElseThrow(() -> new IllegalArgumentException("there is no category \"" + key + "\""));
    }

    /** Gives a unit its names; this node shows them at once. */
    public void nameUnit(String key, Names names) {
        units.rename(key, names);
        refresh();
    }

    /** Gives a category its names; this node shows them at once. */
    public void nameCategory(String key, Names names) {
        categories.rename(key, names);
        refresh();
    }

    boolean holiday(LocalDate day) {
        return snapshot().holidays().contains(day);
    }

    /** After a change of units, categories or holidays on this node. */
    public void refresh() {
        current.set(Snapshot.NONE);
    }

    private Snapshot snapshot() {
        Snapshot snapshot = current.get();
        Instant now = clock.instant();
        if (snapshot.read().isAfter(now.minus(FRESH)) && !snapshot.read().isAfter(now)) {
            return snapshot;
        }
        Snapshot read = new Snapshot(
                now,
                byKey(units.all(), Unit::key),
                byKey(categories.all(), entry -> entry.category().key()),
                holidays.all().stream().map(Holiday::day).collect(Collectors.toSet()));
        current.set(read);
        return read;
    }

    private static <T> Map<String, T> byKey(List<T> things, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>();
        things.forEach(thing -> map.put(key.apply(thing), thing));
        return map;
    }
}
