package id.pendopo.ticketing.organisation;

import id.pendopo.ticketing.calendar.HolidayFile;
import id.pendopo.ticketing.calendar.JdbcHolidays;
import id.pendopo.ui.CountryPack;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The data seeder: gives an empty desk the units and categories of its country pack, and a year without any holiday
 * the decreed ones.
 * Afterwards the tables are the truth and the files are not read again. The {@link Catalogue} is made after it, so that
 * nobody finds the desk empty.
 */
@Component(SeedCatalogue.NAME)
@Lazy(false)
class SeedCatalogue implements InitializingBean {

    static final String NAME = "ticketingFirstContent";

    private final CountryPack pack;
    private final UnitRecords units;
    private final CategoryRecords categories;
    private final JdbcHolidays holidays;
    private final TransactionTemplate transaction;

    SeedCatalogue(
            CountryPack pack,
            UnitRecords units,
            CategoryRecords categories,
            JdbcHolidays holidays,
            TransactionTemplate transaction) {
        this.pack = pack;
        this.units = units;
        this.categories = categories;
        this.holidays = holidays;
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(_ -> {
            if (units.all().isEmpty()) {
                fill();
            }
            holidays();
        });
    }

    private void fill() {
        CatalogueFile read = CatalogueFile.of(pack);
        read.asUnits().forEach(units::put);
        List<CategoryRecords.Entry> entries = read.asCategories();
        for (int i = 0; i < entries.size(); i++) {
            categories.put(entries.get(i), i);
        }
    }

    private void holidays() {
        Set<Integer> known =
                holidays.all().stream().map(holiday -> holiday.day().getYear()).collect(Collectors.toSet());
        HolidayFile.of(pack).asHolidays().stream()
                .filter(holiday -> !known.contains(holiday.day().getYear()))
                .forEach(holidays::put);
    }
}
