package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.BundledCatalogue;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.WorkingCalendar;
import id.pendopo.ticketing.calendar.Holiday;
import id.pendopo.ticketing.calendar.HolidayFile;
import id.pendopo.ticketing.calendar.UnitCalendar;
import id.pendopo.ticketing.calendar.UnitCalendars;
import id.pendopo.ui.CountryPack;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Map<String, UnitCalendar> units = catalogue.asUnits().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Unit::key, unit -> new UnitCalendar(unit.zone(), unit.shifts(), daysOff::contains)));
        return new UnitCalendars(key -> Optional.ofNullable(units.get(key)));
    }
}
