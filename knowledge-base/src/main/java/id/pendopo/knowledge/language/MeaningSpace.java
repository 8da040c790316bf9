package id.pendopo.knowledge.language;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Principal component analysis (PCA): the directions in which a model's vectors differ most, seen from their middle.
 */
record MeaningSpace(double[] middle, double[][] directions) {

    static MeaningSpace of(Collection<float[]> vectors, int from, int to) {
        double[] middle = new double[from];
        vectors.forEach(vector -> {
            for (int i = 0; i < from; i++) {
                middle[i] += vector[i] / vectors.size();
            }
        });
        DMatrixRMaj spread = new DMatrixRMaj(from, from);
        for (float[] vector : vectors) {
            for (int i = 0; i < from; i++) {
                for (int j = 0; j < from; j++) {
                    spread.add(i, j, (vector[i] - middle[i]) * (vector[j] - middle[j]));
                }
            }
        }
        var found = DecompositionFactory_DDRM.eig(from, true, true);
        found.decompose(spread);
        double[][] directions = IntStream.range(0, from)
                .boxed()
                .sorted((a, b) -> Double.compare(
                        found.getEigenvalue(b).getReal(), found.getEigenvalue(a).getReal()))
                .limit(to)
                .map(i -> found.getEigenVector(i).getData().clone())
                .toArray(double[][]::new);
        return new MeaningSpace(middle, directions);
    }

    /** Where the middle of some vectors lies, at length 1. */
    double[] place(List<float[]> vectors) {
        double[] place = new double[directions.length];
        for (float[] vector : vectors) {
            for (int d = 0; d < place.length; d++) {
                for (int i = 0; i < vector.length; i++) {
                    place[d] += directions[d][i] * (vector[i] - middle[i]);
                }
            }
        }
        return scaled(place);
    }

    /** The middle of some places, at length 1. */
    static double[] mean(List<double[]> places) {
        double[] mean = new double[places.getFirst().length];
        places.forEach(place -> {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += place[i];
            }
        });
        return scaled(mean);
    }

    private static double[] scaled(double[] place) {
        double length = Math.sqrt(Arrays.stream(place).map(part -> part * part).sum());
        return Arrays.stream(place).map(part -> length == 0 ? 0 : part / length).toArray();
    }
}
