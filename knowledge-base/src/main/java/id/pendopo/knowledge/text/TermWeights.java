package id.pendopo.knowledge.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Query term weighting: how much each word of a question says about which article is meant. Where articles keep aspects
 * apart, the words that name an aspect and those that occur in questions about anything say little; in a plain list of
 * questions and answers they may be all that tells two questions apart.
 */
public final class TermWeights {

    private static final double LIGHT = 0.3;

    private final boolean fielded;
    private final AspectWords aspects;
    private final Set<String> light = lightWords();

    public TermWeights(boolean fielded, AspectWords aspects) {
        this.fielded = fielded;
        this.aspects = aspects;
    }

    /** Words that occur in questions about anything. */
    public static Set<String> lightWords() {
        return WordList.lines("/nlu/light-words.txt").stream()
                .flatMap(line -> Stream.of(line.split(" ")))
                .collect(Collectors.toSet());
    }

    public boolean fielded() {
        return fielded;
    }

    /** One weight for each word, 0 to 1. */
    public double[] of(List<String> words) {
        var places = aspects.in(words).light();
        double[] weights = new double[words.size()];
        for (int i = 0; i < weights.length; i++) {
            boolean tellsLittle = places.get(i) || light.contains(words.get(i));
            weights[i] = fielded && tellsLittle ? LIGHT : 1;
        }
        return weights;
    }
}
