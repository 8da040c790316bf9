package id.pendopo.knowledge.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares a question's vector with those of all lines at once: by term, only the lines that hold it are touched. */
final class Likenesses {

    private final Map<String, List<Posting>> postings = new HashMap<>();
    private final int count;

    /** A line, by its place in the list, that holds a term. */
    private record Posting(int line, double weight) {}

    Likenesses(List<TermVector> lines) {
        count = lines.size();
        for (int i = 0; i < count; i++) {
            int line = i;
            lines.get(i)
                    .forEach((term, weight) -> postings.computeIfAbsent(term, t -> new ArrayList<>())
                            .add(new Posting(line, weight)));
        }
    }

    /** The likeness of each line, 0 to 1, by its place in the list. */
    double[] with(TermVector asked) {
        double[] likenesses = new double[count];
        asked.forEach((term, weight) -> {
            for (Posting posting : postings.getOrDefault(term, List.of())) {
                likenesses[posting.line()] += weight * posting.weight();
            }
        });
        return likenesses;
    }
}
