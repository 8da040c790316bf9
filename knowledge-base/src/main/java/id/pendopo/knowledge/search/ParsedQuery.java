package id.pendopo.knowledge.search;

import id.pendopo.knowledge.Aspect;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parsed query: a question as it was understood.
 *
 * @param standard all of it in standard words, slips of the finger mended
 * @param concepts the words that carry meaning, in order
 * @param words the same as standard words, for comparing by letters; the weight of each is at most 1
 * @param aspect the field that is asked for
 * @param reports whether it is asked where one reports something
 * @param namesMore whether it says more than which aspect it asks for, and empty words
 */
record ParsedQuery(
        String standard,
        List<Concept> concepts,
        List<WeightedWord> words,
        Optional<Aspect> aspect,
        boolean reports,
        boolean namesMore) {

    /**
     * One word of the question with its equals.
     *
     * @param equals the phrases that would satisfy it, best first
     * @param weight how much it says about which article is meant, 0 to 1
     */
    record Concept(List<Equal> equals, double weight) {

        Concept {
            equals = equals.stream()
                    .sorted(Comparator.comparingDouble(Equal::well).reversed())
                    .toList();
        }

        @Override
        public String toString() {
            return "Concept[REDACTED]";
        }

        /** How well a text satisfies it; of a phrase all stems must be there. */
        double satisfiedBy(Set<String> stems) {
            for (Equal equal : equals) {
                if (stems.containsAll(equal.phrase())) {
                    return equal.well();
                }
            }
            return 0;
        }

        /** Each stem with the weight at which it is searched; the stems of a phrase share its weight. */
        Map<String, Double> stems() {
            Map<String, Double> stems = new HashMap<>();
            for (Equal equal : equals) {
                double shared = equal.well() * weight / Math.sqrt(equal.phrase().size());
                equal.phrase().forEach(stem -> stems.merge(stem, shared, Math::max));
            }
            return stems;
        }
    }

    /** Stems that satisfy a concept when all of them are there, and how well, 0 to 1. */
    record Equal(List<String> phrase, double well) {}

    record WeightedWord(String word, double weight) {

        @Override
        public String toString() {
            return "WeightedWord[REDACTED]";
        }
    }

    @Override
    public String toString() {
        return "Reading[REDACTED]";
    }

    /** Every stem that may be searched, with its weight. */
    Map<String, Double> stems() {
        Map<String, Double> stems = new HashMap<>();
        concepts.forEach(concept -> concept.stems().forEach((stem, weight) -> stems.merge(stem, weight, Math::max)));
        return stems;
    }

    /** The concepts that say which article is meant; none in "bayar ga?". */
    List<Concept> telling() {
        return concepts.stream().filter(concept -> concept.weight() == 1).toList();
    }
}
