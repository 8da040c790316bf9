package id.pendopo.knowledge.language;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.TextClassifier;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.knowledge.text.ShortTextCache;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    /** Up to so many examples a second opinion is learned as well: beyond, words and letters tell as much. */
    private static final int FEW = 4000;

    /** Characters: longer texts say at their beginning what they are about. */
    private static final int BEGINNING = 300;

    private final Lexicon lexicon;
    private volatile @Nullable Learned learned;

    /** A model with what it made of texts; both are replaced at once. */
    private record Learned(PooledCategorizer model, int most, ShortTextCache<String, Optional<Guess>> guesses) {

        Learned(PooledCategorizer model, int most) {
            this(model, most, new ShortTextCache<>());
        }

        Optional<Guess> guess(String text) {
            String begins = text.substring(0, Math.min(most, text.length()));
            return guesses.of(begins, begins, given -> model.of(given).map(Likelihoods::best));
        }
    }

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
        var model = new PooledCategorizer(lexicon, first, SecondOpinions.beside(resource), sure);
        classifier.learned = new Learned(model, Integer.MAX_VALUE);
        return classifier;
    }

    @Override
    public Optional<Guess> classify(String text) {
        Learned now = learned;
        return now == null ? Optional.empty() : now.guess(text);
    }

    /**
     * Replaces what was learned; with fewer than two labels there is nothing to tell apart, and nothing is known. The
     * first time it returns before the second opinion is learned: who asks about an unclear text waits for that.
     */
    @Override
    public void train(List<Example> examples) {
        train(
                examples,
                examples.size() > FEW
                        ? Optional.empty()
                        : SecondOpinions.shipped().embedder());
    }

    /** The same with a second opinion by what an embedder tells of the examples. */
    void train(List<Example> examples, Optional<? extends Embedder> embedder) {
        if (examples.stream().map(Example::label).distinct().count() < 2) {
            learned = null;
            return;
        }
        var second = CompletableFuture.supplyAsync(() -> embedder.map(given -> SecondOpinion.train(examples, given)));
        var first = LinearCategorizer.train(examples, lexicon::standardWords);
        if (learned != null) {
            second.join();
        }
        learned = new Learned(new PooledCategorizer(lexicon, first, second::join, SURE_OF_SCOPE), BEGINNING);
    }
}
