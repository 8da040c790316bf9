package id.pendopo.knowledge.search;

import id.pendopo.knowledge.search.Hit.Likeness;
import id.pendopo.knowledge.search.Judgement.Outcome;
import java.util.List;

/** Decides by a small logistic formula over the features of the best hits whether to answer, to ask back or to give up. */
public final class Gate {

    /** From this likelihood on that the first hit is right it is given as the answer. */
    private static final double ANSWER = 0.6;

    /** From this likelihood on it is worth asking which of three is meant. */
    private static final double ASK = 0.15;

    private static final int CHOICES = 3;

    private static final double[] WEIGHTS = {-5, 5, 4, 1, 2, 1};

    /** Judges what a search brought. */
    public Judgement judge(Findings findings) {
        List<Hit> hits = findings.hits();
        if (hits.isEmpty()) {
            return new Judgement(Outcome.GIVE_UP, 0, List.of());
        }
        double confidence = confidence(features(hits));
        List<Hit> choices = hits.subList(0, Math.min(CHOICES, hits.size()));
        if (confidence >= ANSWER) {
            return new Judgement(Outcome.ANSWER, confidence, choices);
        }
        return new Judgement(confidence >= ASK ? Outcome.ASK : Outcome.GIVE_UP, confidence, choices);
    }

    /** Constant, score, margin to the second article, stems, coverage by the question, coverage anywhere. */
    static double[] features(List<Hit> hits) {
        Hit first = hits.getFirst();
        double second = hits.size() > 1 ? hits.get(1).score() : 0;
        Likeness likeness = first.likeness();
        return new double[] {
            1,
            first.score(),
            (first.score() - second) / first.score(),
            likeness.stems(),
            likeness.covered(),
            likeness.coveredAnywhere()
        };
    }

    private static double confidence(double[] features) {
        double sum = 0;
        for (int i = 0; i < features.length; i++) {
            sum += WEIGHTS[i] * features[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
