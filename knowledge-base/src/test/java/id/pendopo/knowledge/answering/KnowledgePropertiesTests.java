package id.pendopo.knowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KnowledgePropertiesTests {

    private static final String PREFIX = "pendopo.knowledge.embedder.";

    private final ApplicationContextRunner desk = new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @TempDir
    Path folder;

    @EnableConfigurationProperties(KnowledgeProperties.class)
    static class Settings {}

    @Test
    void thereIsNoSentenceModelByDefault() {
        desk.run(context -> assertThat(
                        context.getBean(KnowledgeProperties.class).embedder().given())
                .isFalse());
    }

    @Test
    void aModelThatIsNotThereStopsTheStartAndIsNamed() {
        desk.withPropertyValues(PREFIX + "model=" + folder.resolve("missing.onnx"))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining(PREFIX + "model")
                        .hasMessageContaining("missing.onnx"));
    }

    @Test
    void aModelWantsItsTokenizer() throws IOException {
        Path model = Files.createFile(folder.resolve("model.onnx"));

        desk.withPropertyValues(PREFIX + "model=" + model)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining(PREFIX + "tokenizer")
                        .hasMessageContaining("tokenizer.json"));
    }

    @Test
    void bothFilesAreTaken() throws IOException {
        Path model = Files.createFile(folder.resolve("model.onnx"));
        Path tokenizer = Files.createFile(folder.resolve("tokenizer.json"));

        desk.withPropertyValues(PREFIX + "model=" + model, PREFIX + "tokenizer=" + tokenizer)
                .run(context -> assertThat(
                                context.getBean(KnowledgeProperties.class).embedder())
                        .satisfies(embedder -> {
                            assertThat(embedder.given()).isTrue();
                            assertThat(embedder.tokenizer()).isEqualTo(tokenizer.toString());
                        }));
    }
}
