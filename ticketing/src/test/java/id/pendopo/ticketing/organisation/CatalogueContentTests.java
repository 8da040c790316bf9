package id.pendopo.ticketing.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.TicketType;
import id.pendopo.ticketing.TicketingTest;
import id.pendopo.ticketing.calendar.JdbcHolidays;
import id.pendopo.ui.ChangeLog.Change;
import id.pendopo.ui.ContentFiles;
import id.pendopo.ui.ContentFiles.Fault;
import id.pendopo.ui.ContentFiles.Import;
import id.pendopo.ui.ContentFiles.Taken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Units, categories and holidays as files. Whatever a test imports is undone afterwards. */
@TicketingTest
class CatalogueContentTests {

    private static final Import KEEPING = new Import("test", false);
    private static final Import REMOVING = new Import("test", true);

    private final List<ContentFiles> kinds;
    private final TransactionTemplate transaction;
    private final UnitRecords units;
    private final CategoryRecords categories;
    private final JdbcHolidays holidays;
    private final Catalogue catalogue;

    @Autowired
    CatalogueContentTests(
            List<ContentFiles> kinds,
            TransactionTemplate transaction,
            UnitRecords units,
            CategoryRecords categories,
            JdbcHolidays holidays,
            Catalogue catalogue) {
        this.kinds = kinds;
        this.transaction = transaction;
        this.units = units;
        this.categories = categories;
        this.holidays = holidays;
        this.catalogue = catalogue;
    }

    private Map<String, String> exported() {
        Map<String, String> files = new TreeMap<>();
        kinds.forEach(kind -> files.putAll(kind.export()));
        return files;
    }

    private Taken take(Map<String, String> files, Import how) {
        List<Fault> faults = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (ContentFiles kind : kinds) {
            Map<String, String> own = new HashMap<>(files);
            own.keySet().removeIf(path -> !kind.owns(path));
            Taken taken = kind.take(own, how);
            faults.addAll(taken.faults());
            changes.addAll(taken.changes());
            notes.addAll(taken.notes());
        }
        return new Taken(faults, changes, notes);
    }

    /** Imports, looks, and undoes it. */
    private Taken tries(Map<String, String> files, Import how, Runnable look) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                status.setRollbackOnly();
                Taken taken = take(files, how);
                look.run();
                return taken;
            }));
        } finally {
            catalogue.refresh();
        }
    }

    private Map<String, String> with(String file, String old, String now) {
        Map<String, String> files = exported();
        String text = files.get(file);
        assertThat(text).contains(old);
        files.put(file, text.replace(old, now));
        return files;
    }

    @Test
    void whatWasExportedSaysTheSameEachTimeAndChangesNothing() {
        assertThat(exported())
                .containsOnlyKeys("catalogue.json", "holidays.json")
                .isEqualTo(exported());

        assertThat(tries(exported(), REMOVING, () -> {})).isEqualTo(new Taken(List.of(), List.of(), List.of()));
    }

    @Test
    void aUnitsPromiseChangesAndOneThatIsLeftOutIsGone() {
        Map<String, String> files = with(
                "catalogue.json", "\"COMPLAINT\" : 5,\n        \"INFORMATION_REQUEST\" : 3,", "\"COMPLAINT\" : 4,");

        Taken taken = tries(
                files,
                KEEPING,
                () -> assertThat(units.all())
                        .filteredOn(unit -> unit.key().equals("dinas-pupr"))
                        .singleElement()
                        .satisfies(unit -> assertThat(unit.promises())
                                .containsOnly(
                                        Map.entry(TicketType.COMPLAINT, 4), Map.entry(TicketType.ASPIRATION, 10))));

        assertThat(taken.changes())
                .filteredOn(change -> change.subject().equals("dinas-pupr"))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.kind()).isEqualTo("ticketing.content.unit");
                    assertThat(change.before())
                            .containsEntry(
                                    "ticketing.admin.desk.promises",
                                    "COMPLAINT 5, INFORMATION_REQUEST 3, ASPIRATION 10");
                    assertThat(change.after())
                            .containsEntry("ticketing.admin.desk.promises", "COMPLAINT 4, ASPIRATION 10");
                });
    }

    @Test
    void whatTheOfficeSetOnItsPagesIsInTheFileAndComesBack() {
        Map<String, String> files = with(
                "catalogue.json",
                "\"zone\" : \"Asia/Jakarta\",",
                "\"zone\" : \"Asia/Jakarta\", \"address\": \"Jalan Merdeka 1\", \"phone\": \"021 5550 100\",");
        files.computeIfPresent(
                "catalogue.json",
                (_, text) -> text.replaceFirst(
                        "\"key\" : \"jalan-rusak\",",
                        "\"key\" : \"jalan-rusak\", \"promise\": 2, \"danger\": \"DISASTER\", \"active\": false,"));

        tries(files, KEEPING, () -> {
            assertThat(units.all())
                    .filteredOn(unit -> unit.key().equals("dinas-pupr"))
                    .isNotEmpty()
                    .allSatisfy(unit ->
                            assertThat(unit.contact()).isEqualTo(new Unit.Contact("Jalan Merdeka 1", "021 5550 100")));
            assertThat(exported().get("catalogue.json"))
                    .contains("\"promise\" : 2", "\"danger\" : \"DISASTER\"", "\"active\" : false")
                    .contains("\"address\" : \"Jalan Merdeka 1\"");
            assertThat(take(exported(), KEEPING).changes()).isEmpty();
        });
    }

    @Test
    void aNewCategoryIsAddedWhereItStands() {
        Map<String, String> files = Map.of("catalogue.json", """
                {"categories": [
                  {"key": "jalan-rusak", "unit": "dinas-pupr", "type": "COMPLAINT", "visibility": "PUBLIC",
                   "names": {"id": "Jalan"}, "examples": []},
                  {"key": "trotoar", "unit": "dinas-pupr", "type": "COMPLAINT", "visibility": "PUBLIC",
                   "names": {"id": "Trotoar"}, "examples": ["trotoarnya bolong semua"]}]}
                """);

        Taken taken = tries(files, KEEPING, () -> {
            List<String> keys = categories.all().stream()
                    .map(entry -> entry.category().key())
                    .toList();
            assertThat(keys.indexOf("trotoar")).isEqualTo(keys.indexOf("jalan-rusak") + 1);
            assertThat(keys).endsWith("lain-lain");
        });

        assertThat(taken.changes()).extracting(Change::subject).containsExactly("jalan-rusak", "trotoar");
        assertThat(taken.changes().getLast().before()).isEmpty();
        assertThat(taken.notes()).isEmpty();
    }

    @Test
    void whatIsMissingStaysAndIsNamedWhereItShouldGo() {
        Map<String, String> files = Map.of("catalogue.json", "{\"units\": []}");

        assertThat(tries(files, KEEPING, () -> {})).isEqualTo(new Taken(List.of(), List.of(), List.of()));
        assertThat(tries(files, REMOVING, () -> assertThat(units.all()).isNotEmpty())
                        .notes())
                .anySatisfy(note -> assertThat(note).startsWith("dinas-pupr ").contains("/admin/desk"));
    }

    @Test
    void aHolidayComesChangesAndGoes() {
        Map<String, String> files = Map.of("holidays.json", """
                {"source": "SKB 2030", "days": [
                  {"day": "2031-08-17", "jointLeave": false, "names": {"id": "Kemerdekaan"}},
                  {"day": "2031-08-18", "jointLeave": true, "names": {"id": "Cuti"}, "source": "SKB 2031", "provisional": true}]}
                """);

        tries(files, REMOVING, () -> {
            assertThat(holidays.all())
                    .filteredOn(day -> day.day().getYear() == 2031)
                    .extracting(day -> day.source() + day.provisional())
                    .containsExactly("SKB 2030false", "SKB 2031true");
            assertThat(exported().get("holidays.json")).contains("\"source\" : \"SKB 2031\"");
            assertThat(take(exported(), REMOVING).changes()).isEmpty();
            assertThat(take(Map.of("holidays.json", "{\"source\": \"x\", \"days\": []}"), REMOVING)
                            .changes())
                    .filteredOn(change -> change.subject().startsWith("2031"))
                    .allSatisfy(change -> assertThat(change.after()).isEmpty())
                    .hasSize(2);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"units\": [}|1|syntax",
                "[]|1|names and values",
                "{\"unit\": []}|1|what there is",
                "{\"units\": {}}|1|a list",
                "{\"units\": [{\"key\": \"A B\"}]}|1|lower-case letters",
                "{\"hours\": {\"w\": {\"MONTAG\": []}}}|1|none of MONDAY",
                "{\"hours\": {\"w\": {\"MONDAY\": [\"7-4\"]}},`\\n`\"units\": [U]}|1|07:30-16:00",
                "{\"hours\": {},`\\n`\"units\": [U]}|2|none of the weeks",
                "{\"hours\": {\"w\": {\"MONDAY\": [\"07:30-16:00\"]}},`\\n`\"units\": [U,`\\n`U]}|3|stands in line 2",
                "{\"categories\": [`\\n`C]}|2|there is no unit",
            })
    void aMistakeIsNamedWithItsLineAndNothingIsTaken(String text, int line, String remedy) {
        String unit =
                "{\"key\": \"u\", \"names\": {\"id\": \"U\"}, \"zone\": \"UTC\", \"hours\": \"w\", \"promises\": {\"COMPLAINT\": 1}}";
        String category =
                "{\"key\": \"c\", \"unit\": \"x\", \"type\": \"COMPLAINT\", \"visibility\": \"PUBLIC\", \"names\": {\"id\": \"C\"}, \"examples\": []}";
        String file = text.replace("`\\n`", "\n")
                .replace("[U", "[" + unit)
                .replace("\nU", "\n" + unit)
                .replace("\nC", "\n" + category);

        Taken taken = tries(Map.of("catalogue.json", file), KEEPING, () -> {});

        assertThat(taken.changes()).isEmpty();
        assertThat(taken.faults()).anySatisfy(fault -> {
            assertThat(fault.toString()).startsWith("catalogue.json:" + line + ": ");
            assertThat(fault.remedy()).contains(remedy);
        });
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        String file = """
                {"units": [
                  {"key": "a", "names": {"en": "A"}, "zone": "Mars", "hours": "none", "promises": {}},
                  {"key": "b", "names": {"id": "B"}, "zone": "UTC", "hours": "none", "promises": {"COMPLAINT": 91}}],
                 "categories": [
                  {"key": "c", "unit": "a", "type": "COMPLAINT", "visibility": "PUBLIC", "names": {"id": "C"},
                   "examples": ["sama", "sama", ""]}]}
                """;

        assertThat(tries(Map.of("catalogue.json", file), KEEPING, () -> {}).faults())
                .extracting(Fault::line)
                .containsExactly(2, 2, 2, 2, 3, 3, 5, 6, 6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'days': [{'day': '2031-13-01'}]}|is no LocalDate",
                "{'days': [{'jointLeave': false, 'names': {'id': 'x'}}]}|the day is missing",
                "{'days': [{'day': '2031-01-01', 'jointLeave': false, 'names': {'id': 'x'}}]}|the source is missing",
                "{'source': 's', 'days': [{'day': '2031-01-01', 'jointLeave': false, 'names': {'en': 'x'}}]}|own language",
            })
    void aMistakeInTheHolidays(String text, String remedy) {
        assertThat(tries(Map.of("holidays.json", text.replace('\'', '"')), KEEPING, () -> {})
                        .faults())
                .anySatisfy(fault -> assertThat(fault.remedy()).contains(remedy));
    }
}
