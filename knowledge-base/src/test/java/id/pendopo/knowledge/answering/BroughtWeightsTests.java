package id.pendopo.knowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.pendopo.knowledge.EditorTest;
import id.pendopo.knowledge.articles.KnowledgeRevision;
import id.pendopo.knowledge.feedback.LearnedLines;
import id.pendopo.knowledge.fitting.SearchWeights;
import id.pendopo.knowledge.fitting.StoredWeights;
import id.pendopo.knowledge.search.Gate;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What a brought sentence model is worth, from start to start and in the search that runs. */
class BroughtWeightsTests extends EditorTest {

    private static final SearchWeights LEARNED = new SearchWeights(
            new Ranking(new double[] {0, 0, 0, 0, 0, 0, 0, 1, 0}),
            new Gate.Weights(new double[] {-1, 0, 0, 0, 3}, new double[] {-1, 0, 0, 0, 0, 0, 4}));

    private static final List<Passage> ARTICLES =
            List.of(new Passage("a", "a", List.of("Sewa lapangan", "pinjam lapangan"), "Datang ke kantor.", true));

    @TempDir
    private Path folder;

    @Autowired
    private KnowledgeRevision revision;

    @Autowired
    private LearnedLines learned;

    @Autowired
    private SearchTools tools;

    private final List<List<Passage>> fitted = new ArrayList<>();
    private Path model;

    @BeforeEach
    void bringAModel() throws IOException {
        model = Files.writeString(folder.resolve("model.onnx"), "a model");
    }

    private BroughtWeights start() {
        return new BroughtWeights(
                passages -> {
                    fitted.add(passages);
                    return LEARNED;
                },
                new StoredWeights(folder.resolve("data/embedder-weights.tsv"), List.of(model)));
    }

    @Test
    void areLearnedOnceForTheSameArticlesAndModel() {
        assertThat(start().get().same(SearchWeights.shipped())).isTrue();
        assertThat(start().learn(ARTICLES)).isTrue();

        BroughtWeights again = start();
        assertThat(again.learn(ARTICLES)).as("not those that ship").isTrue();

        assertThat(again.get().same(LEARNED)).isTrue();
        assertThat(again.learn(ARTICLES)).as("nothing is new").isFalse();
        assertThat(fitted).hasSize(1);
    }

    @Test
    void areLearnedAnewForOtherArticlesOrAnotherModel() throws IOException {
        start().learn(ARTICLES);
        start().learn(List.of(new Passage("a", "a", List.of("Sewa lapangan malam"), "Datang ke kantor.", true)));
        Files.writeString(model, "another model");
        start().learn(ARTICLES);

        assertThat(fitted).hasSize(3);
    }

    @Test
    void areLearnedAnewFromAFileThatWasSpoilt() throws IOException {
        start().learn(ARTICLES);
        Path file = folder.resolve("data/embedder-weights.tsv");
        for (String broken :
                List.of("", Files.readString(file).lines().findFirst().orElseThrow() + "\nrank\tx\n")) {
            Files.writeString(file, broken);

            BroughtWeights again = start();
            again.learn(ARTICLES);

            assertThat(again.get().same(LEARNED)).isTrue();
        }
        assertThat(fitted).hasSize(3);
    }

    @Test
    void areUsedBySearchesOnceTheyAreLearned() {
        BroughtWeights weights = start();
        SearchTools brought = new SearchTools(
                tools.lexicon(),
                tools.scope(),
                tools.embedder(),
                Optional.empty(),
                Optional.of(weights),
                tools.pack(),
                tools.questions());

        LiveKnowledge live = new LiveKnowledge(articles, revision, learned, brought);

        await().untilAsserted(() -> assertThat(live.find("sewa lapangan").hits())
                .isNotEmpty()
                .allSatisfy(
                        hit -> assertThat(hit.score()).isCloseTo(hit.likeness().meaning(), Offset.offset(1e-9))));
        assertThat(fitted).hasSize(1);
        assertThat(fitted.getFirst()).hasSize(live.editions().size());
    }
}
