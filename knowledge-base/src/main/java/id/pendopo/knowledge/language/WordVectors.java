package id.pendopo.knowledge.language;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.knowledge.text.Stems;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Word embeddings: the meaning of a text as the sum of what its words mean; words of all languages lie in one space.
 */
public final class WordVectors implements Embedder {

    /** Where {@code ./pendopo train} puts what {@link TrainVectors} learned. */
    static final String SHIPPED = "/nlu/vectors.bin";

    private final Lexicon lexicon = Lexicon.shipped();
    private final Map<String, Vector> words;
    private final int dimensions;
    private final Stems stems = new Stems();

    /**
     * What a word means, in bytes, which are exact enough.
     *
     * @param scale by which each of them counts
     */
    record Vector(float scale, byte[] parts) {

        /** Rounds to 127 steps of the greatest part. */
        static Vector of(double[] exact) {
            double greatest = 0;
            for (double part : exact) {
                greatest = Math.max(greatest, Math.abs(part));
            }
            float scale = (float) (greatest / Byte.MAX_VALUE);
            byte[] parts = new byte[exact.length];
            for (int i = 0; i < parts.length && scale > 0; i++) {
                parts[i] = (byte) Math.round(exact[i] / scale);
            }
            return new Vector(scale, parts);
        }
    }

    /** Vectors by word; a stem of Lucene's stands for words that are not there themselves. */
    WordVectors(Map<String, Vector> words, int dimensions) {
        this.words = words;
        this.dimensions = dimensions;
    }

    /** Those that come with the software, read once. */
    public static WordVectors shipped() {
        return Holder.VECTORS;
    }

    private static final class Holder {

        private static final WordVectors VECTORS = read();
    }

    /** What is shipped, as it is stored. */
    static byte[] bytes() {
        try (InputStream in = WordVectors.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is missing: ./pendopo train makes it");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WordVectors read() {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes()))) {
            int dimensions = in.readInt();
            int count = in.readInt();
            Map<String, Vector> words = HashMap.newHashMap(count);
            for (int i = 0; i < count; i++) {
                String word = in.readUTF();
                float scale = in.readFloat();
                words.put(word, new Vector(scale, in.readNBytes(dimensions)));
            }
            return new WordVectors(words, dimensions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores vectors as {@link #shipped()} reads them. */
    static void write(Map<String, Vector> sorted, int dimensions, DataOutput out) throws IOException {
        out.writeInt(dimensions);
        out.writeInt(sorted.size());
        for (Map.Entry<String, Vector> word : sorted.entrySet()) {
            out.writeUTF(word.getKey());
            out.writeFloat(word.getValue().scale());
            out.write(word.getValue().parts());
        }
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public float[] embed(String text) {
        return embed(lexicon.standardWords(text));
    }

    /** The same for words that are standard already. */
    float[] embed(List<String> standardWords) {
        float[] sum = new float[dimensions];
        for (String word : standardWords) {
            vector(word).ifPresent(vector -> {
                for (int i = 0; i < dimensions; i++) {
                    sum[i] += vector.scale() * vector.parts()[i];
                }
            });
        }
        return scaled(sum);
    }

    /** Whether at least half of some standard words mean something here; those of a language that nobody taught do not. */
    boolean understands(List<String> standardWords) {
        long known =
                standardWords.stream().filter(word -> vector(word).isPresent()).count();
        return 2 * known >= standardWords.size();
    }

    private Optional<Vector> vector(String word) {
        return Optional.ofNullable(words.get(word))
                .or(() -> stems.of(List.of(word)).stream().findFirst().map(words::get));
    }

    private static float[] scaled(float[] sum) {
        double squares = 0;
        for (float part : sum) {
            squares += part * part;
        }
        if (squares == 0) {
            return sum;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= length;
        }
        return sum;
    }
}
