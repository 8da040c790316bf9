package id.pendopo.knowledge.language;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.knowledge.text.ShortTextCache;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Linear text classifier: learns labels from examples in standard words, so that "gmn" and "bagaimana" are the same
 * evidence.
 */
public final class DoccatClassifier implements TextClassifier {

    /** Where the build puts what it learned of dialogue acts, and of what is asked of a desk. */
    static final String ACTS = "/models/acts.bin";

    static final String TASK_ACTS = "/models/task-acts.bin";
    static final String OPENINGS = "/models/openings.bin";
    static final String FOLLOW_UPS = "/models/follow-ups.bin";
    static final String SCOPE = "/models/scope.bin";

    /** From this likelihood on what words and letters tell needs no second opinion. */
    static final double SURE = 0.9;

    /** The same for the scope, where complaints share most words with questions about complaining. */
    private static final double SURE_OF_SCOPE = 0.99;

    private final Lexicon lexicon;
    private volatile @Nullable Learned learned;

    /** A model with what it made of texts; both are replaced at once. */
    private record Learned(PooledCategorizer model, ShortTextCache<String, Optional<Guess>> guesses) {}

    /** A classifier that knows nothing yet. */
    public DoccatClassifier(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** One that tells dialogue acts apart: greeting, thanks, question, complaint, person, … */
    public static DoccatClassifier ofActs(Lexicon lexicon) {
        return shipped(ACTS, lexicon);
    }

    /** One that tells what somebody does whom the desk asked something: yes, cancel, correct, add, question, … */
    public static DoccatClassifier ofTaskActs(Lexicon lexicon) {
        return shipped(TASK_ACTS, lexicon);
    }

    /** One that tells what a first message is: complaint, idea, praise, service, other. */
    public static DoccatClassifier ofOpenings(Lexicon lexicon) {
        return shipped(OPENINGS, lexicon);
    }

    /** One that tells what somebody does who has a ticket: status, thanks, added, solved, withdrawn, … */
    public static DoccatClassifier ofFollowUps(Lexicon lexicon) {
        return shipped(FOLLOW_UPS, lexicon);
    }

    /** One that tells questions to a public desk from all else. */
    public static DoccatClassifier ofScope(Lexicon lexicon) {
        return shipped(SCOPE, lexicon, SURE_OF_SCOPE);
    }

    private static DoccatClassifier shipped(String resource, Lexicon lexicon) {
        return shipped(resource, lexicon, SURE);
    }

    private static DoccatClassifier shipped(String resource, Lexicon lexicon, double sure) {
        DoccatClassifier classifier = new DoccatClassifier(lexicon);
        LinearCategorizer first = LinearCategorizer.shipped(resource);
        classifier.learned = classifier.learned(first, SecondOpinions.beside(resource), sure);
        return classifier;
    }

    private Learned learned(LinearCategorizer first, Supplier<Optional<SecondOpinion>> second, double sure) {
        return new Learned(new PooledCategorizer(lexicon, first, second, sure), new ShortTextCache<>());
    }

    @Override
    public Optional<Guess> classify(String text) {
        Learned now = learned;
        return now == null
                ? Optional.empty()
                : now.guesses().of(text, text, given -> now.model().of(given).map(Likelihoods::best));
    }

    /** Replaces what was learned; with fewer than two labels there is nothing to tell apart, and nothing is known. */
    @Override
    public void train(List<Example> examples) {
        train(examples, Optional.empty());
    }

    /** The same with a second opinion by what an embedder tells of the examples. */
    void train(List<Example> examples, Optional<? extends Embedder> embedder) {
        boolean tellable = examples.stream().map(Example::label).distinct().count() > 1;
        Optional<SecondOpinion> second = embedder.map(given -> SecondOpinion.train(examples, given));
        learned = tellable
                ? learned(LinearCategorizer.train(examples, lexicon::standardWords), () -> second, SURE_OF_SCOPE)
                : null;
    }
}
