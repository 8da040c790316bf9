package id.pendopo.knowledge.gaps;

import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.knowledge.text.Stems;
import id.pendopo.knowledge.text.TermVector;
import id.pendopo.knowledge.text.TermWeights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Clustering of queries: puts questions together that ask for the same thing, by the stems of their standard words and
 * by their letters.
 */
final class QuestionClusters {

    /** Likeness, 0 to 1, from which two questions ask for the same. */
    private static final double SAME = 0.5;

    private final Lexicon lexicon;
    private final Stems stems = new Stems();
    private final Set<String> light = TermWeights.lightWords();

    QuestionClusters(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    private record Vectors(int place, TermVector stems, TermVector letters) {

        double likeness(Vectors other) {
            return 0.6 * stems.with(other.stems) + 0.4 * letters.with(other.letters);
        }
    }

    /**
     * The places of the questions in the list, group by group, the largest first; each group begins with the question that is
     * most like the others.
     */
    List<List<Integer>> of(List<String> questions) {
        List<Vectors> vectors = vectors(questions);
        List<List<Vectors>> groups = new ArrayList<>();
        for (Vectors one : vectors) {
            List<Vectors> nearest = null;
            double best = SAME;
            for (List<Vectors> group : groups) {
                double likeness =
                        group.stream().mapToDouble(one::likeness).average().orElse(0);
                if (likeness >= best) {
                    best = likeness;
                    nearest = group;
                }
            }
            if (nearest == null) {
                nearest = new ArrayList<>();
                groups.add(nearest);
            }
            nearest.add(one);
        }
        groups.sort(
                Comparator.comparingInt((List<Vectors> group) -> group.size()).reversed());
        return groups.stream().map(QuestionClusters::inOrder).toList();
    }

    private static List<Integer> inOrder(List<Vectors> group) {
        return group.stream()
                .sorted(Comparator.comparingDouble((Vectors one) ->
                                group.stream().mapToDouble(one::likeness).sum())
                        .reversed())
                .map(Vectors::place)
                .toList();
    }

    private List<Vectors> vectors(List<String> questions) {
        List<Vectors> vectors = new ArrayList<>();
        for (String question : questions) {
            vectors.add(vectors(vectors.size(), question));
        }
        return vectors;
    }

    /** Words that any question may hold do not bring two together; all others count alike, however few questions there are. */
    private Vectors vectors(int place, String question) {
        Map<String, Double> counts = new HashMap<>();
        Map<String, Double> letters = new HashMap<>();
        for (String word : lexicon.standardWords(question)) {
            if (!light.contains(word)) {
                stems.of(List.of(word)).forEach(stem -> counts.merge(stem, 1.0, Double::sum));
                TermVector.countLetters(word, 1, letters);
            }
        }
        return new Vectors(place, TermVector.of(counts, _ -> 1), TermVector.of(letters, _ -> 1));
    }
}
