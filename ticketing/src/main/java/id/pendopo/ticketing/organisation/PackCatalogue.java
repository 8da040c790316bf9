package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.BundledCatalogue;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.WorkingCalendar;
import id.pendopo.ticketing.calendar.Holiday;
import id.pendopo.ticketing.calendar.HolidayFile;
import id.pendopo.ticketing.calendar.UnitCalendar;
import id.pendopo.ui.CountryPack;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the bundled catalogue from the country pack that the process has. Made by the service loader alone. */
public final class PackCatalogue implements BundledCatalogue {

    private final CatalogueFile catalogue;
    private final HolidayFile holidays;

    public PackCatalogue() {
        CountryPack pack = CountryPack.chosen();
        this.catalogue = CatalogueFile.of(pack);
        this.holidays = HolidayFile.of(pack);
    }

    @Override
    public List<Category> categories() {
        return catalogue.asCategories().stream()
                .map(CategoryRecords.Entry::category)
                .toList();
    }

    @Override
    public WorkingCalendar calendar() {
        Set<LocalDate> daysOff =
                holidays.asHolidays().stream().map(Holiday::day).collect(Collectors.toUnmodifiableSet());
        return new FileCalendar(catalogue.asUnits().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Unit::key, unit -> new UnitCalendar(unit.zone(), unit.shifts(), daysOff::contains))));
    }

    private record FileCalendar(Map<String, UnitCalendar> units) implements WorkingCalendar {

        @Override
        public ZoneId zone(String unit) {
            return of(unit).zone();
        }

        @Override
        public boolean open(String unit, Instant at) {
            return of(unit).open(at);
        }

        @Override
        public Instant nextOpening(String unit, Instant at) {
            return of(unit).nextOpening(at);
        }

        @Override
        public Instant plusWorkingDays(String unit, Instant at, int days) {
            return of(unit).plusWorkingDays(at, days);
        }

        @Override
        public Duration between(String unit, Instant from, Instant to) {
            return of(unit).between(from, to);
        }

        private UnitCalendar of(String key) {
            UnitCalendar calendar = units.get(key);
            if (calendar == null) {
                throw new IllegalArgumentException("there is no unit \"" + key + "\"");
            }
            return calendar;
        }
    }
}
