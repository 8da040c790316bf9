package id.pendopo.knowledge.fitting;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.fitting.LogisticFit.Sample;
import id.pendopo.knowledge.fitting.OwnLines.Asked;
import id.pendopo.knowledge.search.Gate;
import id.pendopo.knowledge.search.Hit;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.Ranking;
import id.pendopo.knowledge.text.Lexicon;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Domain adaptation to an embedder that somebody brought: learns from the articles' own lines how much what it finds alike should
 * count, in the ranking and in the gate. What was learned has to bring the
 * right articles of lines that it was not learned from nearer to the front, by more than chance; otherwise the shipped weights
 * stand, without the embedder if it does not help them.
 */
public final class EmbedderFit {

    /** The ranking is found by the weights that are being learned: so often that is done anew. */
    private static final int ROUNDS = 2;

    /** From fewer lines nothing is learned. */
    private static final int FEWEST = 30;

    /** An index of more lines takes too long to be built again and again. */
    private static final int MOST_LINES = 20_000;

    private static final int PARTS = 5;

    /** Where {@link Hit.Likeness#meaning} stands among the likenesses. */
    private static final int MEANING = 7;

    /** A smaller weight is none. */
    private static final double LEAST = 0.02;

    private static final double SMOOTHING = 1e-3;
    private static final int STEPS = 3_000;

    private final Lexicon lexicon;
    private final Embedder embedder;

    public EmbedderFit(Lexicon lexicon, Embedder embedder) {
        this.lexicon = lexicon;
        this.embedder = embedder;
    }

    /** Takes some seconds for a hundred articles and minutes for thousands, most of them the embedder's; runs on the caller's thread. */
    public SearchWeights over(List<Passage> passages) {
        SearchWeights shipped = SearchWeights.shipped();
        int lines = passages.stream()
                .mapToInt(passage -> passage.questions().size())
                .sum();
        if (lines > MOST_LINES) {
            return shipped;
        }
        OwnLines own = new OwnLines(passages, lexicon, embedder);
        Ranking without = without(shipped.ranking());
        Ranking ranking = shipped.ranking();
        for (int round = 0; round < ROUNDS; round++) {
            List<List<double[]>> trials = trials(own.asked(ranking));
            if (trials.size() < FEWEST) {
                return shipped;
            }
            ranking = best(trials, without, shipped.ranking());
            if (ranking == without || ranking == shipped.ranking()) {
                return new SearchWeights(ranking, shipped.gate());
            }
        }
        List<Asked> asked = own.asked(ranking);
        boolean byMeaning = ranking.weights()[MEANING] >= LEAST;
        return new SearchWeights(ranking, gate(asked, byMeaning));
    }

    private static List<List<double[]>> trials(List<Asked> asked) {
        return asked.stream().flatMap(line -> line.trial().stream()).toList();
    }

    /** What ships without the embedder, or with it, or what was learned; one behind another has to be clearly better. */
    private static Ranking best(List<List<double[]>> trials, Ranking without, Ranking shipped) {
        List<Rated> rated = List.of(
                new Rated(without, RankingFit.reciprocalRanks(without, trials)),
                new Rated(shipped, RankingFit.reciprocalRanks(shipped, trials)),
                new Rated(learned(trials), validated(trials)));
        return rated.stream()
                .reduce((one, later) -> later.clearlyBetter(one) ? later : one)
                .orElseThrow()
                .ranking();
    }

    private record Rated(Ranking ranking, double[] ranks) {

        /** By more than twice the standard error of the difference. */
        boolean clearlyBetter(Rated other) {
            double[] gains = IntStream.range(0, ranks.length)
                    .mapToDouble(i -> ranks[i] - other.ranks[i])
                    .toArray();
            double gain = Arrays.stream(gains).average().orElse(0);
            double variance = Arrays.stream(gains)
                    .map(one -> (one - gain) * (one - gain))
                    .average()
                    .orElse(0);
            return gain > 2 * Math.sqrt(variance / gains.length);
        }
    }

    /** What was set by hand, which knows nothing of meanings, keeps a quarter. */
    private static Ranking learned(List<List<double[]>> trials) {
        Ranking learned = RankingFit.of(trials);
        return learned.halfway(learned.halfway(Ranking.byHand()));
    }

    /** How near to the front what is learned brings the right article, on lines that it was not learned from. */
    private static double[] validated(List<List<double[]>> trials) {
        double[] ranks = new double[trials.size()];
        for (int part = 0; part < PARTS; part++) {
            double[] ofPart =
                    RankingFit.reciprocalRanks(learned(parts(trials, part, false)), parts(trials, part, true));
            for (int i = 0; i < ofPart.length; i++) {
                ranks[part + PARTS * i] = ofPart[i];
            }
        }
        return ranks;
    }

    private static List<List<double[]>> parts(List<List<double[]>> trials, int part, boolean in) {
        return IntStream.range(0, trials.size())
                .filter(i -> (i % PARTS == part) == in)
                .mapToObj(trials::get)
                .toList();
    }

    private static Ranking without(Ranking ranking) {
        double[] weights = ranking.weights().clone();
        weights[MEANING] = 0;
        double sum = Arrays.stream(weights).sum();
        return new Ranking(Arrays.stream(weights).map(weight -> weight / sum).toArray());
    }

    /**
     * Learns whether the first article is the right one; whether any is stays as it ships, for own lines all ask the desk and teach
     * nothing of what asks none. What does not help to put articles in order is no sign here either.
     */
    private static Gate.Weights gate(List<Asked> asked, boolean byMeaning) {
        Gate.Weights shipped = Gate.Weights.shipped();
        List<Sample> samples = asked.stream()
                .map(line -> {
                    List<Hit> hits = line.findings().hits();
                    double[] signs = Gate.signsOfTheRightOne(hits);
                    boolean right = hits.getFirst().id().equals(line.article().id());
                    return new Sample(byMeaning ? Gate.withMeaning(signs, hits) : signs, right, 1.0 / asked.size());
                })
                .toList();
        double[] prior = Arrays.copyOf(shipped.right(), samples.getFirst().signs().length);
        return new Gate.Weights(shipped.answerable(), new LogisticFit(prior, SMOOTHING, STEPS).of(samples));
    }
}
