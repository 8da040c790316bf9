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
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * The cache of units, categories and holidays, as every ticket needs them: a turn reads none of these tables. Each
 * node looks each second whether something was changed, by whichever node.
 */
@Component
@DependsOn(SeedCatalogue.NAME)
public class Catalogue {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final UnitRecords units;
    private final CategoryRecords categories;
    private final JdbcHolidays holidays;
    private final CatalogueRevision revision;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;
    private final AtomicLong told = new AtomicLong();
    private final AtomicReference<Snapshot> current = new AtomicReference<>(Snapshot.NONE);

    Catalogue(
            UnitRecords units,
            CategoryRecords categories,
            JdbcHolidays holidays,
            CatalogueRevision revision,
            Clock clock,
            ApplicationEventPublisher publisher) {
        this.revision = revision;
        this.publisher = publisher;
        this.units = units;
        this.categories = categories;
        this.holidays = holidays;
        this.clock = clock;
    }

    private record Snapshot(
            long revision,
            Instant read,
            Map<String, Unit> units,
            Map<String, CategoryRecords.Entry> categories,
            Set<LocalDate> holidays) {

        static final Snapshot NONE = new Snapshot(0, Instant.MIN, Map.of(), Map.of(), Set.of());
    }

    /** Every unit, those that are switched off among them. */
    public List<Unit> units() {
        return List.copyOf(snapshot().units().values());
    }

    /** The units that get tickets and that somebody of the office has looked through and saved. */
    public List<Names> checkedUnits() {
        return units.checked().stream()
                .flatMap(key -> unit(key).stream())
                .map(Unit::names)
                .toList();
    }

    /** The units that get tickets. */
    public List<Unit> activeUnits() {
        return units().stream().filter(Unit::active).toList();
    }

    public Optional<Unit> unit(String key) {
        return Optional.ofNullable(snapshot().units().get(key));
    }

    /** Every category, those that are switched off among them. */
    public List<CategoryRecords.Entry> entries() {
        return List.copyOf(snapshot().categories().values());
    }

    /** The categories that can be chosen, in order; the last one takes what fits nowhere else. */
    public List<Category> categories() {
        return snapshot().categories().values().stream()
                .filter(CategoryRecords.Entry::active)
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

    /**
     * The unit that gets what is reported in a category: the responsible one, or, while that one is switched off, the
     * unit of the last category that can be chosen.
     *
     * @throws IllegalArgumentException there is no such category
     */
    public String receiving(String category) {
        String responsible = known(category).category().unit();
        return unit(responsible).filter(Unit::active).isPresent()
                        || categories().isEmpty()
                ? responsible
                : categories().getLast().unit();
    }

    /** After a change of units, categories or holidays on this node. */
    public void refresh() {
        current.set(Snapshot.NONE);
    }

    /** Takes over what was changed since the last time, by whichever node, and tells those who learn from it. */
    void follow() {
        long now = revision.now();
        if (current.get().revision() != now) {
            refresh();
        }
        long before = told.getAndSet(now);
        if (before != now && before != 0) {
            publisher.publishEvent(new Category.CatalogueChanged());
        }
    }

    private Snapshot snapshot() {
        Snapshot snapshot = current.get();
        Instant now = clock.instant();
        if (snapshot.read().isAfter(now.minus(FRESH)) && !snapshot.read().isAfter(now)) {
            return snapshot;
        }
        Snapshot read = new Snapshot(
                revision.now(),
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
