package id.pendopo.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.util.LongHeap;

/**
 * Inverted index (posting lists) with top-k retrieval: for each stem the lines whose question holds it. Finds the lines
 * that hold most of what is asked by walking through these lists alone, so that a million lines take little longer than
 * a few thousand. Any thread may ask.
 */
final class StemPostings {

    /** So many lines are summed up at once that their sums stay near the processor. */
    private static final int WINDOW = 1 << 15;

    /** How much the length of a question counts against it, as in BM25 (k1 = 1.2, b = 0.75). */
    private static final double SATURATION = 1.2;

    private static final double BY_LENGTH = 0.75;

    private final List<IndexedQuestion> lines;
    private final int[] first;
    private final int[] holders;

    /** By line: how much of what it holds counts, the less the longer it is. */
    private final float[] shares;

    private final float highestShare;

    /** Lists the lines by the stems of their words; a stem has a number below {@code stems}. */
    StemPostings(List<IndexedQuestion> lines, int stems) {
        this.lines = lines;
        first = new int[stems + 1];
        lines.forEach(line -> stems(line).distinct().forEach(stem -> first[stem + 1]++));
        Arrays.parallelPrefix(first, Integer::sum);
        holders = new int[first[stems]];
        int[] next = first.clone();
        for (int i = 0; i < lines.size(); i++) {
            int place = i;
            stems(lines.get(i)).distinct().forEach(stem -> holders[next[stem]++] = place);
        }
        shares = shares(lines);
        float highest = 0;
        for (float share : shares) {
            highest = Math.max(highest, share);
        }
        highestShare = highest;
    }

    private static float[] shares(List<IndexedQuestion> lines) {
        long[] lengths = lines.stream().mapToLong(line -> stems(line).count()).toArray();
        double average = Arrays.stream(lengths).average().orElse(1);
        float[] shares = new float[lengths.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) (1 / (1 + SATURATION * (1 - BY_LENGTH + BY_LENGTH * lengths[i] / average)));
        }
        return shares;
    }

    private static IntStream stems(IndexedQuestion line) {
        return line.words().stream().flatMapToInt(word -> Arrays.stream(word.stems()));
    }

    /** How many lines hold a stem. */
    int count(int stem) {
        return first[stem + 1] - first[stem];
    }

    /** How much counts of what a line's question holds, the less the longer it is. */
    double share(int place) {
        return shares[place];
    }

    /**
     * The places of the lines that hold most of what is asked, in ascending order.
     *
     * @param asked how much each stem counts
     */
    int[] best(Map<Integer, Double> asked, int most) {
        List<Holding> heaviestFirst = asked.entrySet().stream()
                .map(stem -> new Holding(stem.getKey(), stem.getValue().floatValue()))
                .sorted(Comparator.comparingDouble((Holding holding) -> holding.weight)
                        .reversed())
                .toList();
        LongHeap best = new LongHeap(most, 0);
        float[] sums = new float[WINDOW];
        int[] met = new int[WINDOW + 1]; // one is written beyond those that were met
        for (int from = 0; from < shares.length; from += WINDOW) {
            int to = Math.min(shares.length, from + WINDOW);
            int lines = sumUp(heaviestFirst, least(best), from, to, sums, met);
            keepBest(best, from, sums, met, lines);
            Arrays.fill(sums, 0);
        }
        return places(best);
    }

    private void keepBest(LongHeap best, int from, float[] sums, int[] met, int lines) {
        float least = least(best);
        for (int i = 0; i < lines; i++) {
            float held = sums[met[i]];
            if (held * highestShare >= least && held * shares[from + met[i]] >= least) {
                best.insertWithOverflow(rated(held * shares[from + met[i]], from + met[i]));
                least = least(best);
            }
        }
    }

    /** Adds up what the lines of a window hold; returns how many of them may be among the best, which then stand in met. */
    private int sumUp(List<Holding> heaviestFirst, float least, int from, int to, float[] sums, int[] met) {
        double rest =
                heaviestFirst.stream().mapToDouble(holding -> holding.weight).sum();
        int lines = 0;
        for (Holding holding : heaviestFirst) {
            // A line that holds nothing but this stem and lighter ones is none of the best any more.
            if (rest * highestShare < least) {
                holding.add(from, to, sums);
            } else {
                lines = holding.addAndMeet(from, to, sums, met, lines);
            }
            rest -= holding.weight;
        }
        return lines;
    }

    private static float least(LongHeap best) {
        return Float.intBitsToFloat((int) (best.top() >>> Integer.SIZE));
    }

    /** Of two lines that hold as much the first is better. */
    private static long rated(float held, int place) {
        return (long) Float.floatToIntBits(held) << Integer.SIZE | Integer.MAX_VALUE - place;
    }

    private static int[] places(LongHeap best) {
        List<Integer> places = new ArrayList<>();
        while (best.size() > 0) {
            long rated = best.pop();
            if (rated > 0) {
                places.add(Integer.MAX_VALUE - (int) rated);
            }
        }
        return places.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** The lines that hold one stem, on the way through them. */
    private final class Holding {

        private final float weight;
        private final int end;
        private int at;

        Holding(int stem, float weight) {
            this.weight = weight;
            at = first[stem];
            end = first[stem + 1];
        }

        /** Takes down the lines that were not met in this window before; returns how many were met by now. */
        private int addAndMeet(int from, int to, float[] sums, int[] met, int lines) {
            int now = lines;
            int i = at;
            for (; i < end && holders[i] < to; i++) {
                int line = holders[i] - from;
                met[now] = line;
                now += sums[line] == 0 ? 1 : 0;
                sums[line] += weight;
            }
            at = i;
            return now;
        }

        private void add(int from, int to, float[] sums) {
            int i = at;
            for (; i < end && holders[i] < to; i++) {
                sums[holders[i] - from] += weight;
            }
            at = i;
        }
    }
}
