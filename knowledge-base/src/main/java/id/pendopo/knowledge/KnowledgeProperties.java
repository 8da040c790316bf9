package id.pendopo.knowledge;

import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the knowledge base.
 *
 * @param articles where the article files are that are taken over at start, as a Spring resource pattern
 * @param embedder a sentence model to compare meanings with instead of the word vectors that come with the software
 */
@ConfigurationProperties("pendopo.knowledge")
record KnowledgeProperties(
        @DefaultValue("classpath*:articles/*.yaml") String articles,
        @Nullable SentenceModel embedder) {

    /**
     * Files of a model in the ONNX format.
     *
     * @param model its {@code model.onnx}
     * @param tokenizer its {@code tokenizer.json}
     * @param pooling how it makes one vector of many, as its own description says
     */
    record SentenceModel(
            Path model,
            Path tokenizer,
            @DefaultValue("mean") PoolingMode pooling) {}
}
