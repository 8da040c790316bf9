package id.pendopo.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTests {

    private static final Path RECORDED = Path.of("models.sha256");

    @TempDir
    Path folder;

    /** Who changes what models learn from says so by {@code ./pendopo train}, which writes the sums anew. */
    @Test
    void theBuildTrainsWhatIsRecorded() throws IOException {
        assertThat(built()).as("run ./pendopo train").isEqualTo(Files.readString(RECORDED));
    }

    @Test
    void theSameLinesGiveTheSameBytes() throws Exception {
        TrainModels.main(new String[] {folder.toString(), "corpus", "words"});

        assertThat(Files.readString(folder.resolve("models/SHA256SUMS"))).isEqualTo(built());
    }

    private static String built() throws IOException {
        try (InputStream in = ModelsTests.class.getResourceAsStream("/models/SHA256SUMS")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
