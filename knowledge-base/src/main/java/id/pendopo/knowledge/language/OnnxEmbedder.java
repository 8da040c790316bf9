package id.pendopo.knowledge.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import id.pendopo.knowledge.Embedder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sentence embedding by a model in the ONNX format, with its tokeniser, that somebody brought along. */
public final class OnnxEmbedder implements Embedder {

    /** So many texts are remembered, about two kilobytes each: a new index holds mostly lines of the last one. */
    private static final int MOST_REMEMBERED = 20_000;

    private final EmbeddingModel model;
    private final Cache<String, float[]> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /**
     * Loads the model; some hundred megabytes take seconds.
     *
     * @param model the model, {@code model.onnx}
     * @param tokenizer its tokeniser, {@code tokenizer.json}
     * @throws IllegalArgumentException if one of them is not there or is none
     */
    public OnnxEmbedder(Path model, Path tokenizer, PoolingMode pooling) {
        this.model = loaded(readable(model), readable(tokenizer), pooling);
    }

    private static EmbeddingModel loaded(Path model, Path tokenizer, PoolingMode pooling) {
        try {
            return new OnnxEmbeddingModel(model, tokenizer, pooling);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "no ONNX model with its tokenizer: %s, %s".formatted(model, tokenizer), e);
        }
    }

    private static Path readable(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("cannot read " + file);
        }
        return file;
    }

    @Override
    public int dimensions() {
        return model.dimension();
    }

    @Override
    public float[] embed(String text) {
        return text.isBlank()
                ? new float[dimensions()]
                : remembered.get(text, given -> model.embed(given).content().vector());
    }
}
