package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier.Example;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.naivebayes.NaiveBayesTrainer;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;

/** OpenNLP's document categoriser with naive Bayes, over pieces of words. */
final class NaiveBayes {

    private final DocumentCategorizerME categorizer;
    private final DoccatFactory factory;

    NaiveBayes(DoccatModel model) {
        ExtensionLoader.registerAllowedPackage(NaiveBayes.class.getPackageName());
        categorizer = new DocumentCategorizerME(model);
        factory = model.getFactory();
    }

    static DoccatModel train(List<Example> examples, Function<String, List<String>> words) {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, NaiveBayesTrainer.NAIVE_BAYES_VALUE);
        parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
        FeatureGenerator[] pieces = {new WordPieces(), new LetterPieces()};
        try (ObjectStream<DocumentSample> stream = Samples.of(examples, words)) {
            return DocumentCategorizerME.train("und", stream, parameters, new DoccatFactory(pieces));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How likely each label is. The overlapping pieces of one word count together as one piece of evidence: naive Bayes
     * would otherwise be sure of everything.
     */
    Map<String, Double> likelihoods(List<String> words) {
        String[] tokens = words.toArray(String[]::new);
        double[] raw = categorizer.categorize(tokens);
        double piecesPerWord = (double) pieces(tokens) / tokens.length;
        Map<String, Double> likelihoods = new HashMap<>();
        double sum = 0;
        for (int i = 0; i < raw.length; i++) {
            double tempered = Math.pow(Math.max(raw[i], Double.MIN_NORMAL), 1 / piecesPerWord);
            likelihoods.put(categorizer.getCategory(i), tempered);
            sum += tempered;
        }
        double all = sum;
        likelihoods.replaceAll((label, likelihood) -> likelihood / all);
        return likelihoods;
    }

    private int pieces(String[] tokens) {
        int pieces = 0;
        for (FeatureGenerator generator : factory.getFeatureGenerators()) {
            pieces += generator.extractFeatures(tokens, Map.of()).size();
        }
        return pieces;
    }
}
