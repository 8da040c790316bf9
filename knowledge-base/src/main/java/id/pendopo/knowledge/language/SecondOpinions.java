package id.pendopo.knowledge.language;

import id.pendopo.knowledge.text.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ensemble members over sentence embeddings, one for each shipped classifier: those that {@code ./pendopo train}
 * trained, with the sentence model that stands beside the jar. Without that folder there are none, and classifiers go by
 * words and letters alone.
 */
public final class SecondOpinions {

    /** Where {@code ./pendopo train} puts what it learned. */
    static final String SHIPPED = "/nlu/opinions.bin";

    /** Names the folder of the sentence model; by default {@code sentences} beside the jar. */
    private static final String FOLDER = "pendopo.sentences";

    private static final Logger log = LoggerFactory.getLogger(SecondOpinions.class);

    private final Map<String, SecondOpinion> byModel;
    private final Optional<GlossEmbedder> embedder;

    private SecondOpinions(Map<String, SecondOpinion> byModel, Optional<GlossEmbedder> embedder) {
        this.byModel = byModel;
        this.embedder = embedder;
    }

    private static final class Holder {

        private static final SecondOpinions SHIPPED = found();
    }

    /** Those of this machine, read once: the first to ask waits about a second. */
    public static SecondOpinions shipped() {
        return Holder.SHIPPED;
    }

    /** Looks for the opinion beside a shipped model when it is asked for, not before. */
    static Supplier<Optional<SecondOpinion>> beside(String model) {
        return () -> Optional.ofNullable(shipped().byModel.get(model));
    }

    /** What tells the meaning of sentences. */
    public Optional<GlossEmbedder> embedder() {
        return embedder;
    }

    private static SecondOpinions found() {
        Path folder = folder();
        if (!GlossEmbedder.isIn(folder)) {
            log.info("no sentence model in {}: unclear messages are judged by their words alone", folder);
            return new SecondOpinions(Map.of(), Optional.empty());
        }
        try {
            GlossEmbedder embedder = new GlossEmbedder(folder, Lexicon.shipped());
            return new SecondOpinions(read(embedder), Optional.of(embedder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String named = System.getProperty(FOLDER);
        if (named != null) {
            return Path.of(named);
        }
        Path jar = Path.of(System.getProperty("java.class.path", "").split(File.pathSeparator)[0]);
        return jar.resolveSibling("sentences");
    }

    private static Map<String, SecondOpinion> read(GlossEmbedder embedder) throws IOException {
        Map<String, SecondOpinion> opinions = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes()))) {
            int models = in.readInt();
            for (int i = 0; i < models; i++) {
                String model = in.readUTF();
                opinions.put(model, SecondOpinion.read(in, embedder));
            }
        }
        return opinions;
    }

    /** What is shipped, as it is stored. */
    static byte[] bytes() throws IOException {
        try (InputStream in = SecondOpinions.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is missing: ./pendopo train makes it");
            }
            return in.readAllBytes();
        }
    }

    /** Stores opinions by the model that each stands beside. */
    static void write(Map<String, SecondOpinion> sorted, DataOutput out) throws IOException {
        out.writeInt(sorted.size());
        for (Map.Entry<String, SecondOpinion> opinion : sorted.entrySet()) {
            out.writeUTF(opinion.getKey());
            opinion.getValue().write(out);
        }
    }
}
