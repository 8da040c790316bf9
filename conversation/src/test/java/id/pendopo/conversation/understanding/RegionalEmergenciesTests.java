package id.pendopo.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ui.CountryPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Javanese and Sundanese calls for help are heard, and what people say every day raises no alarm. */
class RegionalEmergenciesTests {

    private static final Path CORPUS = Path.of("../knowledge-base/corpus");
    private static final Set<String> LANGUAGES = Set.of("jv", "su");

    private final Emergencies emergencies = new Emergencies(CountryPack.chosen());

    /** A line of the fixture. */
    private record Call(String kind, String language, String text) {

        static Call of(String line) {
            String[] columns = line.split("\t");
            return new Call(columns[0], columns[1], columns[2]);
        }

        Optional<Emergencies.Kind> expected() {
            return kind.equals("none")
                    ? Optional.empty()
                    : Optional.of(Emergencies.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
        }
    }

    private static List<Call> calls() throws IOException, URISyntaxException {
        Path file = Path.of(RegionalEmergenciesTests.class
                .getResource("/nlu/emergency-regional.tsv")
                .toURI());
        return rows(file).map(Call::of).toList();
    }

    private static Stream<String> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#"));
    }

    private Optional<Emergencies.Kind> heard(String text) {
        return emergencies.in(MessageText.plain(text));
    }

    @TestFactory
    Stream<DynamicTest> hearsEachCallForHelpAndNothingInTheOtherLines() throws IOException, URISyntaxException {
        return calls().stream()
                .map(call -> DynamicTest.dynamicTest(
                        call.text(), () -> assertThat(heard(call.text())).isEqualTo(call.expected())));
    }

    @Test
    void knowsEachKindInBothLanguages() throws IOException, URISyntaxException {
        List<Call> help =
                calls().stream().filter(call -> call.expected().isPresent()).toList();

        assertThat(help).hasSizeGreaterThanOrEqualTo(120);
        for (Emergencies.Kind kind : Emergencies.Kind.values()) {
            for (String language : LANGUAGES) {
                assertThat(help)
                        .as("%s %s", kind, language)
                        .filteredOn(call -> call.expected().equals(Optional.of(kind)))
                        .filteredOn(call -> call.language().equals(language))
                        .hasSizeGreaterThanOrEqualTo(10);
            }
        }
    }

    @Test
    void hearsEachEmergencyOfTheCorpus() throws IOException {
        assertThat(corpus().filter(RegionalEmergenciesTests::labelled).map(RegionalEmergenciesTests::text))
                .hasSizeGreaterThanOrEqualTo(14)
                .allMatch(text -> heard(text).isPresent());
    }

    /** Whoever adds a line to the corpus that tells of danger adds it here; any other is a false alarm. */
    @Test
    void nothingElseOfTheCorpusRaisesAnAlarmButWhatTellsOfDanger() throws IOException {
        List<String> others = corpus().filter(line -> !labelled(line))
                .map(RegionalEmergenciesTests::text)
                .toList();

        assertThat(others).hasSizeGreaterThan(2000);
        assertThat(others)
                .filteredOn(text -> heard(text).isPresent())
                .containsExactlyInAnyOrder(
                        "Kula nyuwun pitulungan, siti pager mburi griya kula sami longsor.",
                        "ana kecelakaan truk gandheng ing dalan tol",
                        "pos ronda oge katabrak buntut treuk",
                        "GEUS IEU AYA DEUI SOAL LONGSOR DI CIKIDANG GIRANG",
                        "wong papat dadi korban tabrakan ing prapatan",
                        "opat jalma jadi korban tabrakan di parapatan",
                        "aku weruh dhewe geni mulad nganti ndhuwur payon",
                        "tuh tingali, seuneuna ngagedur nepi ka suhunan",
                        "omah kobong, tulung pemadam");
    }

    private static Stream<String> corpus() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            List<Path> tables =
                    files.filter(file -> file.toString().endsWith(".tsv")).toList();
            return tables.stream().flatMap(RegionalEmergenciesTests::read).filter(RegionalEmergenciesTests::regional);
        }
    }

    private static Stream<String> read(Path file) {
        try {
            return rows(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean regional(String line) {
        return Stream.of(line.split("\t")).anyMatch(LANGUAGES::contains);
    }

    private static boolean labelled(String line) {
        return line.startsWith("emergency\t");
    }

    private static String text(String line) {
        return line.substring(line.lastIndexOf('\t') + 1);
    }
}
