package id.pendopo.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.embedding.onnx.PoolingMode;
import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.search.Findings;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.SearchIndex;
import id.pendopo.knowledge.text.Lexicon;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a small English model, as somebody may bring one along. */
class OnnxEmbedderTests {

    private static final String MODEL = "all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";

    @TempDir
    static Path folder;

    private static OnnxEmbedder embedder;

    @BeforeAll
    static void bringAModel() throws IOException {
        for (String name : List.of(MODEL, TOKENIZER)) {
            try (InputStream in = OnnxEmbedderTests.class.getResourceAsStream("/" + name)) {
                Files.copy(Objects.requireNonNull(in), folder.resolve(name));
            }
        }
        embedder = new OnnxEmbedder(folder.resolve(MODEL), folder.resolve(TOKENIZER), PoolingMode.MEAN);
    }

    @Test
    void likeMeaningsLieTogether() {
        float[] stolen = embedder.embed("somebody stole my purse");

        assertThat(Embedder.likeness(stolen, embedder.embed("my wallet was taken by a thief")))
                .isGreaterThan(Embedder.likeness(stolen, embedder.embed("the office opens at eight")) + 0.3);
    }

    @Test
    void anEmptyTextMeansNothing() {
        assertThat(embedder.embed(" ")).hasSize(embedder.dimensions()).containsOnly(0F);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.onnx");

        assertThatThrownBy(() -> new OnnxEmbedder(missing, folder.resolve(TOKENIZER), PoolingMode.MEAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing.onnx");
    }

    @Test
    void aFileThatIsNoModelIsNamed() throws IOException {
        Path picture = Files.writeString(folder.resolve("picture.png"), "no model");

        assertThatThrownBy(() -> new OnnxEmbedder(picture, folder.resolve(TOKENIZER), PoolingMode.MEAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("picture.png");
    }

    @Test
    void theSearchPutsFirstWhatTheModelFindsAlike() {
        List<Passage> passages = List.of(
                faq("purse", "What to do when a thief takes your wallet here"),
                faq("opening", "What to do when the counter is closed here"));

        Findings findings = new SearchIndex(passages, Lexicon.shipped(), embedder)
                .search("what to do when a pickpocket robbed me here", Optional.empty());

        assertThat(findings.hits().getFirst().id()).isEqualTo("purse");
        assertThat(findings.hits().getFirst().likeness().meaning())
                .isGreaterThan(findings.hits().getLast().likeness().meaning());
    }

    private static Passage faq(String id, String question) {
        return new Passage(id, id, List.of(question), "", false);
    }
}
