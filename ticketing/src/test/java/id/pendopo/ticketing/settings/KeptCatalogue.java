package id.pendopo.ticketing.settings;

import id.pendopo.ticketing.organisation.Catalogue;
import id.pendopo.ticketing.organisation.CategoryRecords;
import id.pendopo.ticketing.organisation.Unit;
import id.pendopo.ticketing.organisation.UnitRecords;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives the desk its units and categories back after a test that changed them. */
@Component
public class KeptCatalogue {

    private final Catalogue catalogue;
    private final UnitRecords units;
    private final CategoryRecords categories;
    private final JdbcClient jdbc;
    private List<Unit> keptUnits = List.of();
    private List<CategoryRecords.Entry> keptCategories = List.of();

    KeptCatalogue(Catalogue catalogue, UnitRecords units, CategoryRecords categories, JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.units = units;
        this.categories = categories;
        this.jdbc = jdbc;
    }

    public void keep() {
        catalogue.refresh();
        keptUnits = catalogue.units();
        keptCategories = catalogue.entries();
    }

    public void restore() {
        jdbc.sql("""
                        truncate ticket, ticket_event, ticket_read, ticket_try, ticket_request, ticket_agent,
                            ticket_reader, ticket_alarm, ticket_break_glass, ticket_look, ticket_category_reader
                        """).update();
        jdbc.sql("delete from ticket_category where key like 'uji-%'").update();
        keptUnits.forEach(units::put);
        for (int place = 0; place < keptCategories.size(); place++) {
            categories.put(keptCategories.get(place), place);
        }
        jdbc.sql("delete from ticket_unit where key like 'uji-%'").update();
        catalogue.refresh();
    }
}
