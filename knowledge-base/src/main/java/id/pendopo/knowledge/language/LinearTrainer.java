package id.pendopo.knowledge.language;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import id.pendopo.knowledge.language.LinearModel.Vectors;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.model.DataIndexer;

/**
 * Trains linear models for OpenNLP with liblinear, each outcome against all others. Public with a public constructor because
 * OpenNLP makes it by its name.
 */
public final class LinearTrainer extends AbstractEventTrainer {

    private static final double ACCURACY = 0.1;
    private static final long SEED = 1;
    private static final float GRAIN = 1000;

    /** From this many texts on logistic regression takes too long. */
    private static final int MANY = 3000;

    /** Better with few examples of each label. */
    private static final Method LOGISTIC_REGRESSION = new Method(SolverType.L2R_LR_DUAL, 100, 1, 0.55);

    /** As good with many, and several times as fast; its scores lie close together. */
    private static final Method SUPPORT_VECTORS = new Method(SolverType.L2R_L2LOSS_SVC_DUAL, 0.5, 3, 4);

    /**
     * A way to solve.
     *
     * @param cost of a text on the wrong side
     * @param own how many times as much a text of the outcome itself costs
     * @param sharpness of the likelihoods made of its scores
     */
    private record Method(SolverType solver, double cost, double own, double sharpness) {}

    /** For OpenNLP, which makes it by its name. */
    public LinearTrainer() {}

    @Override
    public boolean isSortAndMerge() {
        return false;
    }

    @Override
    public LinearModel doTrain(DataIndexer indexer) {
        String[] features = indexer.getPredLabels();
        String[] outcomes = indexer.getOutcomeLabels();
        Vectors vectors = Vectors.over(indexer.getContexts(), features.length);
        Feature[][] texts = Arrays.stream(indexer.getContexts())
                .map(context -> row(vectors.of(context), meaning(context, features), features.length))
                .toArray(Feature[][]::new);
        Method method = texts.length < MANY ? LOGISTIC_REGRESSION : SUPPORT_VECTORS;
        float[][] weights = new float[features.length + LinearModel.MEANINGS + 1][outcomes.length];
        IntStream.range(0, outcomes.length).parallel().forEach(outcome -> {
            double[] learned = solve(method, texts, indexer.getOutcomeList(), outcome, weights.length);
            for (int i = 0; i < weights.length; i++) {
                weights[i][outcome] = rounded(learned[i]);
            }
        });
        return new LinearModel(features, outcomes, vectors, weights, method.sharpness());
    }

    /** Other processors differ in the last digits of a logarithm; the same lines must give the same model on all of them. */
    private static float rounded(double weight) {
        return Math.round(weight * GRAIN) / GRAIN;
    }

    private static float[] meaning(int[] context, String[] features) {
        return LinearModel.meaning(Arrays.stream(context).mapToObj(feature -> features[feature]));
    }

    /** liblinear counts features from 1 and wants them in order; the last one is the same in every text. */
    private static Feature[] row(Map<Integer, Double> vector, float[] meaning, int features) {
        Feature[] row = new Feature[vector.size() + meaning.length + 1];
        int place = 0;
        for (Map.Entry<Integer, Double> entry : new TreeMap<>(vector).entrySet()) {
            row[place++] = new FeatureNode(entry.getKey() + 1, entry.getValue());
        }
        for (int i = 0; i < meaning.length; i++) {
            row[place++] = new FeatureNode(features + i + 1, meaning[i]);
        }
        row[place] = new FeatureNode(features + meaning.length + 1, 1);
        return row;
    }

    private static double[] solve(Method method, Feature[][] texts, int[] outcomes, int outcome, int features) {
        Problem problem = new Problem();
        problem.l = texts.length;
        problem.n = features;
        problem.x = texts;
        problem.y =
                Arrays.stream(outcomes).mapToDouble(o -> o == outcome ? 1 : 0).toArray();
        Parameter parameter = new Parameter(method.solver(), method.cost(), ACCURACY);
        parameter.setWeights(new double[] {method.own()}, new int[] {1});
        parameter.setRandom(new Random(SEED));
        Linear.disableDebugOutput();
        var model = Linear.train(problem, parameter);
        boolean turned = model.getLabels()[0] == 0;
        return Arrays.stream(model.getFeatureWeights())
                .map(w -> turned ? -w : w)
                .toArray();
    }
}
