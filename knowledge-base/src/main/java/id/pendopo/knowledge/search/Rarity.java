package id.pendopo.knowledge.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How much a stem tells: the fewer texts hold it, the more (inverse document frequency). */
final class Rarity {

    private final Map<String, Integer> texts = new HashMap<>();
    private final int count;

    Rarity(Collection<Set<String>> stemsOfTexts) {
        count = stemsOfTexts.size();
        stemsOfTexts.forEach(stems -> stems.forEach(stem -> texts.merge(stem, 1, Integer::sum)));
    }

    /** A stem that no text holds tells most. */
    double of(String stem) {
        int df = texts.getOrDefault(stem, 0);
        return Math.log(1 + (count - df + 0.5) / (df + 0.5));
    }

    boolean isKnown(String stem) {
        return texts.containsKey(stem);
    }
}
