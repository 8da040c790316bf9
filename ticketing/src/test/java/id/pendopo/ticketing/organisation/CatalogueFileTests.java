package id.pendopo.ticketing.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pendopo.ticketing.calendar.HolidayFile;
import id.pendopo.ui.CountryPack;
import id.pendopo.ui.CountryPackRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agency's pack that is based on the shipped one. */
class CatalogueFileTests {

    @TempDir
    Path folder;

    @BeforeEach
    void aPack() throws IOException {
        write("pack.properties", "base = id\n");
    }

    @Test
    void whatAnAgencyDoesNotBringIsTheShippedPacks() {
        assertThat(CatalogueFile.of(pack()).asUnits()).extracting(Unit::key).contains("dinas-pupr");
        assertThat(HolidayFile.of(pack()).asHolidays()).isNotEmpty();
    }

    @Test
    void aFileThatIsNotWellFormedIsRefusedByItsName() throws IOException {
        write("holidays.json", "{\"source\": \"\", \"days\": [{\"day\": \"tomorrow\"}]}");
        write("catalogue.json", "{\"hours\": {}, \"units\": [], \"kinds\": []}");

        assertRefused(() -> HolidayFile.of(pack()), "holidays.json");
        assertRefused(() -> CatalogueFile.of(pack()), "catalogue.json");
    }

    @Test
    void aDeskWithoutAUnitIsRefused() throws IOException {
        write("catalogue.json", "{\"hours\": {}, \"units\": [], \"categories\": []}");

        assertRefused(() -> CatalogueFile.of(pack()), "a desk needs a unit and a category");
    }

    private static void assertRefused(Runnable reading, String said) {
        assertThatThrownBy(reading::run).isInstanceOf(CountryPackRefused.class).hasMessageContaining(said);
    }

    private CountryPack pack() {
        return CountryPack.of(folder.toString());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
