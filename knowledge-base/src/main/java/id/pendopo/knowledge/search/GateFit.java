package id.pendopo.knowledge.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the weights of the {@link Gate} from the articles' own questions: each question is asked of an index that has not
 * seen it (five folds), and once more of an index from which its whole service is missing, where no answer is right.
 */
public final class GateFit {

    private static final int FOLDS = 5;
    private static final int STEPS = 20_000;
    private static final double STEP = 0.5;
    private static final double SMOOTHING = 1e-3;

    /** Of ten messages to the desk about four have no answer in the articles. */
    private static final double UNANSWERABLE_SHARE = 0.4;

    private final Lexicon lexicon;
    private final List<Trial> trials = new ArrayList<>();

    /** One asked question: the features of what was found and whether the first hit was right. */
    private record Trial(double[] features, boolean answerable, boolean right) {}

    /** Uses the word lists that the desk uses. */
    public GateFit(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * Asks everything and fits.
     *
     * @param smallTalk messages that no article answers: greetings, thanks, complaints
     * @return figures and weights by name, in a fixed order
     */
    public Map<String, Object> fit(List<Passage> passages, List<String> smallTalk) {
        for (int fold = 0; fold < FOLDS; fold++) {
            askFold(passages, fold);
        }
        Set<String> services =
                new HashSet<>(passages.stream().map(Passage::service).toList());
        services.forEach(service -> askWithoutService(passages, service));
        SearchIndex all = new SearchIndex(passages, lexicon);
        smallTalk.forEach(text -> ask(all, text, ""));
        return report();
    }

    private void askFold(List<Passage> passages, int fold) {
        List<Passage> kept = new ArrayList<>();
        Map<String, String> heldOut = new LinkedHashMap<>();
        for (Passage passage : passages) {
            List<String> questions = new ArrayList<>();
            for (int i = 0; i < passage.questions().size(); i++) {
                String question = passage.questions().get(i);
                if (i > 0 && i % FOLDS == fold) {
                    heldOut.put(question, passage.id());
                } else {
                    questions.add(question);
                }
            }
            kept.add(new Passage(passage.id(), passage.service(), questions, passage.body(), passage.fielded()));
        }
        SearchIndex index = new SearchIndex(kept, lexicon);
        heldOut.forEach((question, id) -> ask(index, question, id));
    }

    private void askWithoutService(List<Passage> passages, String service) {
        Map<Boolean, List<Passage>> split = passages.stream()
                .collect(Collectors.partitioningBy(p -> p.service().equals(service)));
        SearchIndex index = new SearchIndex(split.getOrDefault(false, List.of()), lexicon);
        split.getOrDefault(true, List.of()).stream()
                .flatMap(passage -> passage.questions().stream())
                .forEach(question -> ask(index, question, ""));
    }

    private void ask(SearchIndex index, String question, String rightId) {
        Findings findings = index.search(question, Optional.empty());
        List<Hit> hits = findings.hits();
        if (!hits.isEmpty() && findings.namesSomething()) {
            boolean right = hits.getFirst().id().equals(rightId);
            trials.add(new Trial(Gate.features(hits), !rightId.isEmpty(), right));
        }
    }

    private Map<String, Object> report() {
        double[] weights = descend();
        Map<String, Object> report = new LinkedHashMap<>();
        long answerable = trials.stream().filter(Trial::answerable).count();
        report.put("answerable", answerable);
        report.put("unanswerable", trials.size() - answerable);
        report.put("recall@1", (double) trials.stream().filter(Trial::right).count() / answerable);
        List<String> rounded = new ArrayList<>();
        for (double weight : weights) {
            rounded.add(String.format(Locale.ROOT, "%.2f", weight));
        }
        report.put("weights", rounded);
        for (double threshold : new double[] {0.1, 0.15, 0.2, 0.3, 0.5, 0.6, 0.7}) {
            report.put("from " + threshold, at(threshold, weights));
        }
        return report;
    }

    private String at(double threshold, double[] weights) {
        List<Trial> above = trials.stream()
                .filter(t -> Gate.logistic(weights, t.features()) >= threshold)
                .toList();
        long answerable = above.stream().filter(Trial::answerable).count();
        long right = above.stream().filter(Trial::right).count();
        return String.format(
                Locale.ROOT, "answerable %d (right %d), unanswerable %d", answerable, right, above.size() - answerable);
    }

    /** Gradient descent on the logistic loss; answerable and unanswerable trials get their share whatever their number. */
    private double[] descend() {
        double answerable = trials.stream().filter(Trial::answerable).count();
        double[] weights = new double[trials.getFirst().features().length];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[weights.length];
            for (Trial trial : trials) {
                double share = trial.answerable()
                        ? (1 - UNANSWERABLE_SHARE) / answerable
                        : UNANSWERABLE_SHARE / (trials.size() - answerable);
                double error = (trial.right() ? 1 : 0) - Gate.logistic(weights, trial.features());
                for (int i = 0; i < slope.length; i++) {
                    slope[i] += share * error * trial.features()[i];
                }
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] += STEP * (slope[i] - SMOOTHING * weights[i]);
            }
        }
        return weights;
    }
}
