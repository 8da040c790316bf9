package id.pendopo.config.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of security requirements names what there is, and every requirement once. */
class SecurityListTests {

    private static final Path HOUSE = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([0-9., ]+) \\| ([^|]*) \\| ([^|]*) \\| ([^|]*) \\|$");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.([a-z]\\w*))?`");

    /** By what a reason can be held against the house: a name, a file, or a place where it is written down. */
    private static final Pattern EVIDENCE = Pattern.compile("`|]\\(|the proxy's file");

    /** The sections of ASVS 5.0.0, each with its last requirement of level 1 or 2; within a section these come first. */
    private static final String SECTIONS = """
            1.1:2 1.2:9 1.3:11 1.4:3 1.5:2
            2.1:3 2.2:3 2.3:4 2.4:1
            3.2:2 3.3:4 3.4:6 3.5:5 3.7:2
            4.1:3 4.2:1 4.3:2 4.4:4
            5.1:1 5.2:3 5.3:2 5.4:3
            6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4
            7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
            8.1:2 8.2:3 8.3:1 8.4:1
            9.1:3 9.2:4
            10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3
            11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1
            12.1:3 12.2:2 12.3:4
            13.1:1 13.2:5 13.3:2 13.4:5
            14.1:2 14.2:4 14.3:3
            15.1:3 15.2:3 15.3:7
            16.1:1 16.2:5 16.3:4 16.4:3 16.5:3
            17.1:1 17.2:4 17.3:2
            """;

    private static String list;
    private static Map<String, List<Path>> sources;

    /** A row of the list. */
    private record Row(List<String> ids, String asks, String state, String reason) {

        static Row of(MatchResult found) {
            return new Row(List.of(found.group(1).split(", ")), found.group(2), found.group(3), found.group(4));
        }
    }

    @BeforeAll
    static void read() throws IOException {
        list = Files.readString(HOUSE.resolve("docs/security.md"));
        sources = new HashMap<>();
        try (Stream<Path> modules = Files.list(HOUSE)) {
            for (Path module : modules.toList()) {
                add(module.resolve("src/main/java"));
                add(module.resolve("src/test/java"));
            }
        }
    }

    private static void add(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                sources.putAll(merged(files.filter(file -> file.toString().endsWith(".java"))
                        .collect(
                                groupingBy(file -> file.getFileName().toString().replace(".java", "")))));
            }
        }
    }

    /** Two modules may have a class of one name. */
    private static Map<String, List<Path>> merged(Map<String, List<Path>> more) {
        more.replaceAll((name, files) -> Stream.concat(sources.getOrDefault(name, List.of()).stream(), files.stream())
                .toList());
        return more;
    }

    private static List<Row> rows() {
        return ROW.matcher(list).results().map(Row::of).toList();
    }

    @Test
    void hasEveryRequirementOfTheTwoLevelsOnce() {
        List<String> wanted = Stream.of(SECTIONS.strip().split("\\s+"))
                .map(section -> section.split(":"))
                .flatMap(section -> IntStream.rangeClosed(1, Integer.parseInt(section[1]))
                        .mapToObj(number -> section[0] + "." + number))
                .toList();

        assertThat(wanted).hasSize(253);
        assertThat(rows().stream().flatMap(row -> row.ids().stream())).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void everyRowSaysHowItStandsAndWhy() {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.asks()).as("%s", row.ids()).isNotBlank();
            assertThat(row.state()).as("%s", row.ids()).isIn("yes", "partly", "open", "n/a");
            assertThat(row.reason()).as("%s", row.ids()).isNotBlank();
            if (row.state().equals("yes")) {
                assertThat(row.reason()).as("%s", row.ids()).containsPattern(EVIDENCE);
            }
        });
    }

    @Test
    void itsTotalsAreThoseOfItsRows() {
        Map<String, Integer> totals = rows().stream()
                .collect(groupingBy(Row::state, summingInt(row -> row.ids().size())));

        assertThat(list)
                .contains("Of 253: yes %d, partly %d, open %d, n/a %d."
                        .formatted(
                                totals.getOrDefault("yes", 0),
                                totals.getOrDefault("partly", 0),
                                totals.getOrDefault("open", 0),
                                totals.getOrDefault("n/a", 0)));
    }

    @Test
    void namesNoClassAndNoTestThatIsGone() throws IOException {
        Set<String> gone = new TreeSet<>();
        for (MatchResult name : NAME.matcher(list).results().toList()) {
            if (!isThere(name.group(1), name.group(2))) {
                gone.add(name.group());
            }
        }

        assertThat(gone).isEmpty();
    }

    private static boolean isThere(String type, String method) throws IOException {
        boolean found = false;
        for (Path source : sources.getOrDefault(type, List.of())) {
            found |= method == null
                    || Pattern.compile("\\b" + method + "\\(")
                            .matcher(Files.readString(source))
                            .find();
        }
        return found;
    }
}
