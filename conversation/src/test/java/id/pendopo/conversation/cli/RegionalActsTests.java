package id.pendopo.conversation.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Greetings, thanks, abuse, and who asks for a person or a report, in Javanese and Sundanese: each the first of a talk. */
class RegionalActsTests {

    private static final String NONE = "-";

    /** A line of the fixture. */
    private record Line(String ending, String language, String text) {

        static Line of(String line) {
            String[] columns = line.split("\t");
            return new Line(columns[0], columns[1], columns[2]);
        }
    }

    private static List<Line> lines() throws IOException, URISyntaxException {
        Path file = Path.of(
                RegionalActsTests.class.getResource("/nlu/acts-regional.tsv").toURI());
        return Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Line::of)
                .toList();
    }

    private static Set<String> endings() throws IOException, URISyntaxException {
        return lines().stream()
                .map(Line::ending)
                .filter(ending -> !ending.equals(NONE))
                .collect(Collectors.toSet());
    }

    @TestFactory
    Stream<DynamicTest> understandsEachLine() throws IOException, URISyntaxException {
        Company company = new Company();
        Script web = Script.read("regional", List.of("# channel web"));
        Set<String> endings = endings();
        return lines().stream()
                .map(line -> DynamicTest.dynamicTest(line.text(), () -> {
                    String ending =
                            new Rehearsal(company, web).hear(line.text()).ending();
                    if (line.ending().equals(NONE)) {
                        assertThat(endings).doesNotContain(ending);
                    } else {
                        assertThat(ending).isEqualTo(line.ending());
                    }
                }));
    }

    @Test
    void hasTenLinesOfEachEndingAndLanguage() throws IOException, URISyntaxException {
        assertThat(lines().stream()
                        .filter(line -> !line.ending().equals(NONE))
                        .collect(groupingBy(line -> line.ending() + " " + line.language(), counting())))
                .hasSize(10)
                .allSatisfy((_, count) -> assertThat(count).isGreaterThanOrEqualTo(10));
    }
}
