package id.pendopo.ticketing.organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The revision row of units, categories and holidays: the database raises it with each change of them. */
@Component
class CatalogueRevision {

    private final JdbcClient jdbc;

    CatalogueRevision(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long now() {
        return jdbc.sql("select revision from ticket_catalogue_revision")
                .query(Long.class)
                .single();
    }
}
