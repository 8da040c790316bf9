package id.pendopo.knowledge.answering;

import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of the knowledge base.
 *
 * @param articles where the article files are that are taken over at start, as a Spring resource pattern; those of the
 *     country pack if it is left out
 * @param secondLook whether a question of which the search is unsure is looked at again by the sentence model that stands
 *     beside the software
 * @param embedder a sentence model to compare meanings with instead of the word vectors that come with the software
 */
@ConfigurationProperties("pendopo.knowledge")
record KnowledgeProperties(
        @Nullable String articles,
        @DefaultValue("true") boolean secondLook,
        @DefaultValue SentenceModel embedder) {

    /**
     * Files of a model in the ONNX format.
     *
     * @param model its {@code model.onnx}; empty for none
     * @param tokenizer its {@code tokenizer.json}
     * @param pooling how it makes one vector of many, as its own description says
     */
    record SentenceModel(
            @DefaultValue("") String model,
            @DefaultValue("") String tokenizer,
            @DefaultValue("mean") PoolingMode pooling) {

        private static final String PREFIX = "pendopo.knowledge.embedder.";

        SentenceModel {
            if (!model.isEmpty() && !Files.isRegularFile(Path.of(model))) {
                throw new IllegalArgumentException(PREFIX + "model must be the file of a model in the ONNX format, not "
                        + model + "; leave it empty to do without");
            }
            if (!model.isEmpty() && !Files.isRegularFile(Path.of(tokenizer))) {
                throw new IllegalArgumentException(
                        PREFIX + "tokenizer must be the tokenizer.json that belongs to the model, not " + tokenizer);
            }
        }

        boolean given() {
            return !model.isEmpty();
        }
    }
}
