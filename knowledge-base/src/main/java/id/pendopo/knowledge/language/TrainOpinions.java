package id.pendopo.knowledge.language;

import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.CorpusLine;
import id.pendopo.knowledge.text.Lexicon;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Trains the {@link SecondOpinions} that ship. What the held-out authors wrote is left out, so that tests measure what
 * ships.
 */
final class TrainOpinions {

    private TrainOpinions() {}

    /** The folder of the sentence model and the word lists, that of the corpus, and the file to write. */
    public static void main(String[] arguments) throws IOException {
        GlossEmbedder embedder = new GlossEmbedder(Path.of(arguments[0]), Lexicon.shipped());
        CivicCorpus corpus = CivicCorpus.read(Path.of(arguments[1]));
        SortedMap<String, SecondOpinion> opinions = new TreeMap<>();
        examples(corpus, Predicate.not(Strangers::wrote))
                .forEach((model, examples) -> opinions.put(model, SecondOpinion.train(examples, embedder)));
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2]))))) {
            SecondOpinions.write(opinions, out);
        }
    }

    /** What each model learns from, by its name. */
    static Map<String, List<Example>> examples(CivicCorpus corpus, Predicate<CorpusLine> taught) {
        return Map.of(
                DoccatClassifier.TASK_ACTS, TrainingSets.taskActs(corpus, taught),
                DoccatClassifier.OPENINGS, TrainingSets.openings(corpus, taught),
                DoccatClassifier.FOLLOW_UPS, TrainingSets.followUps(corpus, taught),
                DoccatClassifier.SCOPE, ScopeModel.examples(corpus, taught),
                DangerModel.RESOURCE, DangerModel.examples(corpus, taught));
    }
}
