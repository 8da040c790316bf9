package id.pendopo.ticketing.organisation;

import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The retention schedule of this package's tables. */
@Configuration(proxyBeanMethods = false)
class OrganisationTables {

    @Bean
    KeptTables organisationKept() {
        return () -> List.of(
                Table.without("ticket_unit", "names no person"),
                Table.without("ticket_shift", "names no person"),
                Table.without("ticket_promise", "names no person"),
                Table.without("ticket_category", "names no person"),
                Table.without(
                        "ticket_category_reader",
                        "colleagues whom a category names, until they are struck off or leave"),
                Table.without("ticket_catalogue_revision", "one number, for ever"),
                Table.without("ticket_category_example", "invented words, of no citizen"));
    }
}
