package id.pendopo.ticketing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives an empty desk its units and categories, and a year without any holiday the decreed ones. Afterwards the tables
 * are the truth and the files are not read again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstContent implements ApplicationRunner {

    private final ResourceLoader files;
    private final TicketingProperties settings;
    private final UnitRecords units;
    private final CategoryRecords categories;
    private final Holidays holidays;
    private final Catalogue catalogue;

    FirstContent(
            ResourceLoader files,
            TicketingProperties settings,
            UnitRecords units,
            CategoryRecords categories,
            Holidays holidays,
            Catalogue catalogue) {
        this.files = files;
        this.settings = settings;
        this.units = units;
        this.categories = categories;
        this.holidays = holidays;
        this.catalogue = catalogue;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) throws IOException {
        if (units.all().isEmpty()) {
            fill();
        }
        holidays();
        catalogue.refresh();
    }

    private void fill() throws IOException {
        try (InputStream file = files.getResource(settings.catalogue()).getInputStream()) {
            CatalogueFile read = CatalogueFile.read(file);
            read.asUnits().forEach(units::put);
            List<CategoryRecords.Entry> entries = read.asCategories();
            for (int i = 0; i < entries.size(); i++) {
                categories.put(entries.get(i), i);
            }
        }
    }

    private void holidays() throws IOException {
        Set<Integer> known =
                holidays.all().stream().map(holiday -> holiday.day().getYear()).collect(Collectors.toSet());
        try (InputStream file = files.getResource(settings.holidays()).getInputStream()) {
            HolidayFile.read(file).asHolidays().stream()
                    .filter(holiday -> !known.contains(holiday.day().getYear()))
                    .forEach(holidays::put);
        }
    }
}
