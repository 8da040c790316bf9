package id.pendopo.conversation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.BundledCatalogue;
import id.pendopo.ticketing.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The corpus' complaints fit the categories that the desk ships with. */
class ComplaintCorpusTests {

    private static final Path CORPUS = Path.of("../knowledge-base/corpus/complaints.tsv");
    private static final int EACH = 40;

    @Test
    void everyCategoryOfTheDeskHasItsComplaintsAndNoOther() throws IOException {
        List<String> categories =
                BundledCatalogue.load().categories().stream().map(Category::key).toList();
        Map<String, Long> lines = Files.readAllLines(CORPUS).stream()
                .filter(line -> !line.startsWith("#"))
                .collect(groupingBy(line -> line.split("\t", 2)[0], counting()));

        assertThat(lines).containsOnlyKeys(categories);
        assertThat(lines.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(EACH));
    }
}
