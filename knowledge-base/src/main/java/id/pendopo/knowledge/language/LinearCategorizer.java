package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier.Example;
import java.io.BufferedInputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;

/** OpenNLP's document categoriser with a linear model over words, pairs of words and pieces of words. */
final class LinearCategorizer {

    private static final String ANY_LANGUAGE = "und";

    private static final FeatureGenerator[] PIECES = {
        new WordPieces(), new StemPieces(), new LetterPieces(), new SeamPieces()
    };

    static {
        ExtensionLoader.registerAllowedPackage(LinearTrainer.class.getPackageName());
    }

    private final DoccatModel model;
    private final DocumentCategorizerME categorizer;

    private LinearCategorizer(DoccatModel model) {
        this.model = model;
        categorizer = new DocumentCategorizerME(model);
    }

    static LinearCategorizer train(List<Example> examples, Function<String, List<String>> words) {
        return train(examples, words, 1);
    }

    /** @param cutoff features that occur less often are not learned; a larger one makes a smaller model */
    static LinearCategorizer train(List<Example> examples, Function<String, List<String>> words, int cutoff) {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, LinearTrainer.class.getName());
        parameters.put(AbstractEventTrainer.DATA_INDEXER_PARAM, AbstractEventTrainer.DATA_INDEXER_ONE_PASS_VALUE);
        parameters.put(TrainingParameters.CUTOFF_PARAM, cutoff);
        try (ObjectStream<DocumentSample> stream = Samples.of(examples, words)) {
            return new LinearCategorizer(
                    DocumentCategorizerME.train(ANY_LANGUAGE, stream, parameters, new DoccatFactory(PIECES)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that the build trained and put on the class path. */
    static LinearCategorizer shipped(String resource) {
        try (InputStream in = LinearCategorizer.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing: the build makes it (./mvnw process-classes)");
            }
            return read(new DataInputStream(new BufferedInputStream(new GZIPInputStream(in))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LinearCategorizer read(DataInput in) throws IOException {
        return new LinearCategorizer(
                new DoccatModel(ANY_LANGUAGE, LinearModel.read(in), Map.of(), new DoccatFactory(PIECES)));
    }

    void write(DataOutput out) throws IOException {
        ((LinearModel) model.getMaxentModel()).write(out);
    }

    /** How likely each label is. */
    Likelihoods likelihoods(List<String> words) {
        double[] each = categorizer.categorize(words.toArray(String[]::new));
        Map<String, Double> byLabel = new LinkedHashMap<>();
        for (int i = 0; i < each.length; i++) {
            byLabel.put(categorizer.getCategory(i), each[i]);
        }
        return new Likelihoods(byLabel);
    }
}
