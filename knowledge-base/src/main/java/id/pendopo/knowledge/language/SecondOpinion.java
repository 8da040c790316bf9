package id.pendopo.knowledge.language;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.TextClassifier.Example;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Logistic regression over sentence embeddings, each label against all others: what a text does by what all of it
 * means, beside the linear model that looks at its words and letters.
 */
final class SecondOpinion {

    private static final double COST = 0.7;
    private static final double ACCURACY = 0.01;

    /** A sentence's vector has length 1 and hundreds of parts: without this they weigh little against the penalty. */
    private static final float STRETCH = 4;

    private final Embedder embedder;
    private final SortedMap<String, float[]> weights;

    private SecondOpinion(Embedder embedder, SortedMap<String, float[]> weights) {
        this.embedder = embedder;
        this.weights = weights;
    }

    /** Learns labels from examples; each is embedded once. */
    static SecondOpinion train(List<Example> examples, Embedder embedder) {
        Feature[][] rows = examples.parallelStream()
                .map(example -> row(embedder.embed(example.text())))
                .toArray(Feature[][]::new);
        SortedMap<String, float[]> weights = new TreeMap<>();
        examples.stream()
                .map(Example::label)
                .distinct()
                .forEach(label -> weights.put(label, solved(rows, examples, label, embedder.dimensions() + 1)));
        return new SecondOpinion(embedder, weights);
    }

    private static Feature[] row(float[] vector) {
        Feature[] row = new Feature[vector.length + 1];
        for (int i = 0; i < vector.length; i++) {
            row[i] = new FeatureNode(i + 1, vector[i] * STRETCH);
        }
        row[vector.length] = new FeatureNode(vector.length + 1, 1);
        return row;
    }

    private static float[] solved(Feature[][] rows, List<Example> examples, String label, int features) {
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = features;
        problem.x = rows;
        problem.y = examples.stream()
                .mapToDouble(example -> example.label().equals(label) ? 1 : 0)
                .toArray();
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, ACCURACY));
        float sign = model.getLabels()[0] == 1 ? 1 : -1;
        double[] learned = model.getFeatureWeights();
        float[] weights = new float[features];
        for (int i = 0; i < features; i++) {
            weights[i] = (float) (sign * learned[i]);
        }
        return weights;
    }

    /** How likely each label is. */
    Likelihoods of(String text) {
        float[] vector = embedder.embed(text);
        Map<String, Double> likely = new LinkedHashMap<>();
        weights.forEach((label, weight) -> likely.put(label, likelihood(weight, vector)));
        double all = likely.values().stream().mapToDouble(each -> each).sum();
        likely.replaceAll((_, each) -> each / all);
        return new Likelihoods(likely);
    }

    private static double likelihood(float[] weights, float[] vector) {
        double sum = weights[vector.length];
        for (int i = 0; i < vector.length; i++) {
            sum += weights[i] * vector[i] * STRETCH;
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Everything that {@link #read} needs, in half precision. */
    void write(DataOutput out) throws IOException {
        out.writeInt(weights.size());
        for (Map.Entry<String, float[]> label : weights.entrySet()) {
            out.writeUTF(label.getKey());
            for (float weight : label.getValue()) {
                out.writeShort(Float.floatToFloat16(weight));
            }
        }
    }

    static SecondOpinion read(DataInput in, Embedder embedder) throws IOException {
        SortedMap<String, float[]> weights = new TreeMap<>();
        int labels = in.readInt();
        for (int label = 0; label < labels; label++) {
            String name = in.readUTF();
            float[] weight = new float[embedder.dimensions() + 1];
            for (int i = 0; i < weight.length; i++) {
                weight[i] = Float.float16ToFloat(in.readShort());
            }
            weights.put(name, weight);
        }
        return new SecondOpinion(embedder, weights);
    }
}
