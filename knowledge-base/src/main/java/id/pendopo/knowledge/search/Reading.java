package id.pendopo.knowledge.search;

import id.pendopo.knowledge.Aspect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * @param stems the stems that would satisfy it, with how well, 0 to 1
     * @param weight how much it says about which article is meant, 0 to 1
     */
    record Concept(Map<String, Double> stems, double weight) {}

    record WeightedWord(String word, double weight) {}

    /** Whether anything but an aspect is named: "bayar ga?" names nothing. */
    boolean namesSomething() {
        return concepts.stream().anyMatch(concept -> concept.weight() == 1);
    }
}
