package id.pendopo.knowledge.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Term dictionary, numbers for terms, from 0 in the order in which they were first met: a million lines name their
 * terms by number.
 */
final class TermDictionary {

    /** The number of a term that was never met. */
    static final int NONE = -1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> terms = new ArrayList<>();

    /** The term's number, a new one when it was not met before. */
    int met(String term) {
        return numbers.computeIfAbsent(term, first -> {
            terms.add(first);
            return terms.size() - 1;
        });
    }

    /** The term's number, or {@link #NONE}. */
    int of(String term) {
        return numbers.getOrDefault(term, NONE);
    }

    boolean has(String term) {
        return numbers.containsKey(term);
    }

    String term(int number) {
        return terms.get(number);
    }

    int size() {
        return terms.size();
    }
}
