package id.pendopo.channels.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.LineSnapshots;
import id.pendopo.channels.adapter.Adapters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nothing reaches citizens that nobody has looked at: every kind of line has a snapshot of every kind of block. */
class EverySnapshotTests {

    private static final Path FOLDER = Path.of("src/test/resources/snapshots");

    @Test
    void isThereForEachKindOfLineAndForNoOther() throws IOException {
        assertThat(names(FOLDER))
                .as("a new kind of line needs a test that extends LineSnapshots, and the snapshots that it writes")
                .isEqualTo(Adapters.byKind().keySet());
    }

    @TestFactory
    Stream<DynamicTest> isThereForEachBlockInEachLanguageAndForNothingElse() {
        return Adapters.byKind().keySet().stream()
                .map(kind -> DynamicTest.dynamicTest(
                        kind,
                        () -> assertThat(names(FOLDER.resolve(kind)))
                                .as("what lies here besides belongs to a block that is no more")
                                .isEqualTo(LineSnapshots.files())));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
