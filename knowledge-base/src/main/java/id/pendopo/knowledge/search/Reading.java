package id.pendopo.knowledge.search;

import id.pendopo.knowledge.Aspect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question as it was understood.
 *
 * @param concepts the words that carry meaning, in order
 * @param words the same as standard words, for comparing by letters; the weight of each is at most 1
 * @param aspect the field that is asked for
 */
record Reading(List<Concept> concepts, List<WeightedWord> words, Optional<Aspect> aspect) {

    /**
     * One word of the question with its equals.
     *
     * @param equals the phrases, as stems, that would satisfy it, with how well, 0 to 1
     * @param weight how much it says about which article is meant, 0 to 1
     */
    record Concept(Map<List<String>, Double> equals, double weight) {

        /** How well a text satisfies it; of a phrase all stems must be there. */
        double satisfiedBy(Set<String> stems) {
            double best = 0;
            for (Map.Entry<List<String>, Double> phrase : equals.entrySet()) {
                if (phrase.getValue() > best && stems.containsAll(phrase.getKey())) {
                    best = phrase.getValue();
                }
            }
            return best;
        }

        /** Each stem with the weight at which it is searched; the stems of a phrase share its weight. */
        Map<String, Double> stems() {
            Map<String, Double> stems = new HashMap<>();
            equals.forEach((phrase, equal) ->
                    phrase.forEach(stem -> stems.merge(stem, equal * weight / Math.sqrt(phrase.size()), Math::max)));
            return stems;
        }
    }

    record WeightedWord(String word, double weight) {}

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
