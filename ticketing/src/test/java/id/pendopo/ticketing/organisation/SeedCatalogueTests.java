package id.pendopo.ticketing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.BundledCatalogue;
import id.pendopo.ticketing.Category;
import id.pendopo.ticketing.Names;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.calendar.Holiday;
import id.pendopo.ticketing.calendar.JdbcHolidays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an empty desk starts with. */
@TicketingTest
class SeedCatalogueTests {

    private final Catalogue catalogue;
    private final JdbcHolidays holidays;
    private final SeedCatalogue content;
    private final UnitRecords units;

    @Autowired
    SeedCatalogueTests(Catalogue catalogue, JdbcHolidays holidays, SeedCatalogue content, UnitRecords units) {
        this.catalogue = catalogue;
        this.holidays = holidays;
        this.content = content;
        this.units = units;
    }

    @Test
    void theTablesHoldWhatTheFilesSay() {
        assertThat(catalogue.categories())
                .isEqualTo(BundledCatalogue.load().categories())
                .hasSizeGreaterThanOrEqualTo(14);
        assertThat(holidays.all()).hasSize(25);
    }

    @Test
    void everyCategoryHasAUnitNamesAndLinesOfItsOwn() {
        Set<String> known = catalogue.units().stream().map(Unit::key).collect(Collectors.toSet());
        Set<String> lines = new HashSet<>();
        for (Category category : catalogue.categories()) {
            assertThat(known).contains(category.unit());
            assertThat(category.names().texts())
                    .containsKeys("id", "en")
                    .values()
                    .doesNotHaveDuplicates();
            assertThat(category.examples()).hasSizeGreaterThanOrEqualTo(12);
            assertThat(lines).doesNotContainAnyElementsOf(category.examples());
            lines.addAll(category.examples());
        }
    }

    @Test
    void theLastCategoryIsForEverythingElse() {
        assertThat(catalogue.categories().getLast().key()).isEqualTo("lain-lain");
    }

    @Test
    void onlyADecreedYearCountsAsKnown() {
        assertThat(holidays.decreed(2026)).isTrue();
        assertThat(holidays.decreed(2027)).isFalse();
    }

    @Test
    void whatAnAdministratorChangedStaysChanged() {
        Unit before = catalogue.unit("bpbd").orElseThrow();
        Names watchPost = Names.of(Map.of("id", "Pos Siaga"));
        units.put(new Unit(before.key(), watchPost, before.zone(), before.shifts(), before.promises()));
        Holiday removed = holidays.all().getLast();
        holidays.remove(removed.day());
        try {
            content.afterPropertiesSet();
            catalogue.refresh();

            assertThat(catalogue.unit("bpbd").orElseThrow().names()).isEqualTo(watchPost);
            assertThat(holidays.all()).hasSize(24);
        } finally {
            units.put(before);
            holidays.put(removed);
            catalogue.refresh();
        }
        assertThat(catalogue.units()).contains(before);
        assertThat(holidays.all()).contains(removed);
    }

    @Test
    void everyMessageStandsInBothLanguages() {
        assertThat(keys("messages/ticketing.properties"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(keys("messages/ticketing_en.properties"));
    }

    private static List<String> keys(String bundle) {
        return Arrays.stream(read(bundle).split("\n"))
                .filter(line -> line.matches("[a-z].*=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    private static String read(String path) {
        try (var file = SeedCatalogueTests.class.getResourceAsStream("/" + path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
