package id.pendopo.knowledge.search;

import id.pendopo.knowledge.search.Hit.Likeness;
import id.pendopo.knowledge.search.Judgement.Outcome;
import java.util.List;

/** Decides by a small logistic formula over the features of the best hits whether to answer, to ask back or to give up. */
public final class Gate {

    /** From this likelihood on that the first hit is right it is given as the answer. */
    private static final double ANSWER = 0.55;

    /** From this likelihood on it is worth asking which of three is meant. */
    private static final double ASK = 0.25;

    private static final int CHOICES = 3;

    /** A list of results ends where the score falls below this share of the best. */
    private static final double SHOWN = 0.6;

    /**
     * One for each feature, in their order. Fitted by the command {@code fit-gate} from the questions of the shipped
     * articles alone: 1,020 asked of an index that had not seen them, 1,483 that nothing there answers.
     */
    private static final double[] WEIGHTS = {-5.03, 2.10, 0.87, 1.64, 0.44, -0.76, 2.31, 2.15};

    /** Judges what a search brought. */
    public Judgement judge(Findings findings) {
        List<Hit> hits = findings.hits();
        if (hits.isEmpty() || !findings.namesSomething()) {
            return new Judgement(Outcome.GIVE_UP, 0, List.of());
        }
        double confidence = logistic(WEIGHTS, features(hits));
        List<Hit> choices = hits.subList(0, Math.min(CHOICES, hits.size()));
        if (confidence < ASK) {
            return new Judgement(Outcome.GIVE_UP, confidence, choices);
        }
        if (confidence < ANSWER) {
            return new Judgement(Outcome.ASK, confidence, choices);
        }
        List<Hit> equallyNamed = findings.aspect().isEmpty() ? equallyNamed(hits) : List.of();
        return equallyNamed.size() > 1
                ? new Judgement(Outcome.ASK, confidence, equallyNamed)
                : new Judgement(Outcome.ANSWER, confidence, choices);
    }

    /** The hits that a list of results should show: those not much worse than the first. */
    public List<Hit> worthShowing(Findings findings) {
        List<Hit> hits = findings.hits();
        return hits.isEmpty()
                ? List.of()
                : hits.stream()
                        .filter(hit -> hit.score() >= hits.getFirst().score() * SHOWN)
                        .toList();
    }

    /** Who writes "ktp" and no more may mean any article of that service. */
    private static List<Hit> equallyNamed(List<Hit> hits) {
        String service = hits.getFirst().service();
        return hits.stream()
                .filter(hit -> hit.titleSaysAll() && hit.service().equals(service))
                .limit(CHOICES)
                .toList();
    }

    /** Constant, score, margin to the second article, then the likenesses of the first. */
    static double[] features(List<Hit> hits) {
        Hit first = hits.getFirst();
        double second = hits.size() > 1 ? hits.get(1).score() : 0;
        Likeness likeness = first.likeness();
        return new double[] {
            1,
            first.score(),
            (first.score() - second) / first.score(),
            likeness.stems(),
            likeness.letters(),
            likeness.covered(),
            likeness.coveredAnywhere(),
            likeness.subject()
        };
    }

    static double logistic(double[] weights, double[] features) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += weights[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
