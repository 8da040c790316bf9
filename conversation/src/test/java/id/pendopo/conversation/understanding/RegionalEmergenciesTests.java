package id.pendopo.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.DangerDetector;
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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Javanese and Sundanese calls for help are heard, and what people say every day raises no alarm. */
class RegionalEmergenciesTests {

    private static final Path CORPUS = Path.of("../knowledge-base/corpus");
    private static final Set<String> LANGUAGES = Set.of("jv", "su");

    private static final DangerDetector DANGERS = BundledModels.load().dangers();

    private final Emergencies emergencies = new Emergencies(CountryPack.chosen());
    private final Phrasebook phrasebook = Phrasebook.of(CountryPack.chosen());

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
        return emergencies.in(phrasebook.in(text), DANGERS.in(text), Emergencies.DANGER);
    }

    @Test
    void hearsTheCallsForHelpAndHardlyAnythingInTheOtherLines() throws IOException, URISyntaxException {
        List<Call> calls = calls();
        List<Call> help = of(calls, call -> call.expected().isPresent());
        List<Call> calm = of(calls, call -> call.expected().isEmpty());

        assertThat(of(help, call -> heard(call.text()).isPresent()))
                .hasSizeGreaterThanOrEqualTo(help.size() * 92 / 100);
        assertThat(of(help, call -> heard(call.text()).equals(call.expected())))
                .hasSizeGreaterThanOrEqualTo(help.size() * 82 / 100);
        assertThat(of(calm, call -> heard(call.text()).isPresent())).hasSizeLessThanOrEqualTo(calm.size() / 10);
    }

    private static List<Call> of(List<Call> calls, Predicate<Call> which) {
        return calls.stream().filter(which).toList();
    }

    @Test
    void theCallsAreOfEachKindInBothLanguages() throws IOException, URISyntaxException {
        for (Emergencies.Kind kind : Emergencies.Kind.values()) {
            for (String language : LANGUAGES) {
                assertThat(of(
                                calls(),
                                call -> call.expected().equals(Optional.of(kind))
                                        && call.language().equals(language)))
                        .as("%s %s", kind, language)
                        .hasSizeGreaterThanOrEqualTo(kind == Emergencies.Kind.VIOLENCE ? 3 : 7);
            }
        }
    }

    @Test
    void hearsEachEmergencyOfTheCorpus() throws IOException {
        assertThat(corpus().filter(RegionalEmergenciesTests::labelled).map(RegionalEmergenciesTests::text))
                .hasSizeGreaterThanOrEqualTo(14)
                .allMatch(text -> heard(text).isPresent());
    }

    @Test
    void hardlyAnythingElseOfTheCorpusRaisesAnAlarm() throws IOException {
        List<String> others = corpus().filter(line -> !labelled(line))
                .map(RegionalEmergenciesTests::text)
                .toList();

        assertThat(others).hasSizeGreaterThan(2000);
        assertThat(others).filteredOn(text -> heard(text).isPresent()).hasSizeLessThanOrEqualTo(others.size() / 100);
    }

    private static Stream<String> corpus() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            List<Path> tables = files.filter(file -> file.toString().endsWith(".tsv") && !file.endsWith("danger.tsv"))
                    .toList();
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
