package id.pendopo.ticketing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.settings.KeptCatalogue;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What another node changes, of the version before or not, is seen by this one at its next look. */
@TicketingTest
class CatalogueFollowsTests {

    private final Catalogue catalogue;
    private final CatalogueRevision revision;
    private final KeptCatalogue kept;
    private final JdbcClient jdbc;

    @Autowired
    CatalogueFollowsTests(Catalogue catalogue, CatalogueRevision revision, KeptCatalogue kept, JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.revision = revision;
        this.kept = kept;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void keep() {
        kept.keep();
    }

    @AfterEach
    void restore() {
        kept.restore();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ticket_unit set name_id = 'Pos Siaga' where key = 'bpbd'",
                "update ticket_promise set working_days = 7 where unit = 'bpbd'",
                "update ticket_shift set ends = '15:15' where unit = 'bpbd' and ends = '16:00'",
                "update ticket_category set active = false where key = 'sampah'",
                "insert into ticket_category_example (category, position, text) values ('sampah', 99, 'bau sekali')"
            })
    void isFollowed(String changed) {
        long before = revision.now();
        String seen = all();

        jdbc.sql(changed).update();
        catalogue.follow();

        assertThat(revision.now()).isGreaterThan(before);
        assertThat(all()).isNotEqualTo(seen).containsAnyOf("Pos Siaga", "=7", "15:15", "active=false", "bau sekali");
        assertThat(catalogue.unit("bpbd").orElseThrow().name(Locale.of("id"))).isNotBlank();
    }

    private String all() {
        return catalogue.units() + " " + catalogue.entries();
    }
}
