package id.pendopo.knowledge.language;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * Linear model (logistic regression or SVM) in OpenNLP's terms: each outcome has a weight for each feature of a text,
 * and one that always counts.
 */
final class LinearModel extends AbstractModel {

    private static final WordVectors MEANING = WordVectors.shipped();

    /** How many numbers say what a text means. */
    static final int MEANINGS = MEANING.dimensions();

    /** How much what a text means counts beside its words and letters, which count 1. */
    private static final float MEANING_COUNTS = 0.6F;

    private final String[] names;
    private final Map<String, Integer> features = new HashMap<>();
    private final Vectors vectors;
    private final float[][] weights;
    private final double sharpness;

    /**
     * Takes what was learned.
     *
     * @param weights by feature, then by outcome; after all features those that always count
     * @param sharpness by how much scores are multiplied before they become likelihoods
     */
    LinearModel(String[] names, String[] outcomes, Vectors vectors, float[][] weights, double sharpness) {
        super(new Context[0], new String[0], outcomes);
        this.names = names;
        for (int i = 0; i < names.length; i++) {
            features.put(names[i], i);
        }
        this.vectors = vectors;
        this.weights = weights;
        this.sharpness = sharpness;
    }

    @Override
    public double[] eval(String[] context) {
        return eval(context, new double[getNumOutcomes()]);
    }

    /** Every feature counts by how often it occurs; OpenNLP's categoriser gives no other values. */
    @Override
    public double[] eval(String[] context, float[] values) {
        return eval(context);
    }

    @Override
    public double[] eval(String[] context, double[] likelihoods) {
        int[] known = Arrays.stream(context)
                .filter(features::containsKey)
                .mapToInt(features::get)
                .toArray();
        double[] scores = new double[likelihoods.length];
        add(weights[weights.length - 1], 1, scores);
        vectors.of(known).forEach((feature, entry) -> add(weights[feature], entry, scores));
        float[] meaning = meaning(Arrays.stream(context));
        for (int i = 0; i < MEANINGS; i++) {
            add(weights[names.length + i], meaning[i], scores);
        }
        soften(scores, likelihoods);
        return likelihoods;
    }

    /** What the words among a text's features mean together. */
    static float[] meaning(Stream<String> context) {
        float[] meaning = MEANING.embed(context.filter(feature -> feature.startsWith(WordPieces.WORD))
                .map(feature -> feature.substring(WordPieces.WORD.length()))
                .toList());
        for (int i = 0; i < meaning.length; i++) {
            meaning[i] *= MEANING_COUNTS;
        }
        return meaning;
    }

    private static void add(float[] weights, double times, double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            scores[i] += weights[i] * times;
        }
    }

    /** Likelihoods add up to 1. */
    private void soften(double[] scores, double[] likelihoods) {
        double most = Arrays.stream(scores).max().orElse(0);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            likelihoods[i] = Math.exp(sharpness * (scores[i] - most));
            sum += likelihoods[i];
        }
        for (int i = 0; i < scores.length; i++) {
            likelihoods[i] /= sum;
        }
    }

    /** Everything that {@link #read} needs; weights in half precision, of which no guess takes notice. */
    void write(DataOutput out) throws IOException {
        out.writeInt(names.length);
        out.writeInt(outcomeNames.length);
        for (String outcome : outcomeNames) {
            out.writeUTF(outcome);
        }
        for (int i = 0; i < weights.length; i++) {
            if (i < names.length) {
                out.writeUTF(names[i]);
                out.writeFloat(vectors.rarity()[i]);
            }
            for (float weight : weights[i]) {
                out.writeShort(Float.floatToFloat16(weight));
            }
        }
        out.writeDouble(sharpness);
    }

    static LinearModel read(DataInput in) throws IOException {
        String[] names = new String[in.readInt()];
        String[] outcomes = new String[in.readInt()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = in.readUTF();
        }
        float[] rarity = new float[names.length];
        float[][] weights = new float[names.length + MEANINGS + 1][outcomes.length];
        for (int i = 0; i < weights.length; i++) {
            if (i < names.length) {
                names[i] = in.readUTF();
                rarity[i] = in.readFloat();
            }
            for (int outcome = 0; outcome < outcomes.length; outcome++) {
                weights[i][outcome] = Float.float16ToFloat(in.readShort());
            }
        }
        return new LinearModel(names, outcomes, new Vectors(rarity), weights, in.readDouble());
    }

    /**
     * Texts as vectors of length 1: a feature counts with the logarithm of how often it occurs and with its rarity.
     *
     * @param rarity by feature
     */
    record Vectors(float[] rarity) {

        /** Counts in how many texts each feature occurs. */
        static Vectors over(int[][] texts, int features) {
            int[] holding = new int[features];
            for (int[] text : texts) {
                Arrays.stream(text).distinct().forEach(feature -> holding[feature]++);
            }
            float[] rarity = new float[features];
            for (int i = 0; i < features; i++) {
                rarity[i] = (float) (1 + StrictMath.log((1.0 + texts.length) / (1.0 + holding[i])));
            }
            return new Vectors(rarity);
        }

        /** The entries of a text's vector by feature; a feature may be given several times. */
        Map<Integer, Double> of(int[] features) {
            Map<Integer, Double> entries = new HashMap<>();
            for (int feature : features) {
                entries.merge(feature, 1.0, Double::sum);
            }
            entries.replaceAll((feature, count) -> (1 + StrictMath.log(count)) * rarity[feature]);
            double length = Math.sqrt(entries.values().stream()
                    .mapToDouble(entry -> entry * entry)
                    .sum());
            entries.replaceAll((feature, entry) -> entry / length);
            return entries;
        }
    }
}
