package id.pendopo.knowledge.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How much a stem tells: the fewer texts hold it, the more (inverse document frequency). */
final class Rarity {

    private final Map<String, Double> rarities = new HashMap<>();
    private final double unknown;

    Rarity(Collection<Set<String>> stemsOfTexts) {
        int count = stemsOfTexts.size();
        Map<String, Integer> texts = new HashMap<>();
        stemsOfTexts.forEach(stems -> stems.forEach(stem -> texts.merge(stem, 1, Integer::sum)));
        texts.forEach((stem, holding) -> rarities.put(stem, rarity(count, holding)));
        unknown = rarity(count, 0);
    }

    /** A stem that no text holds tells most. */
    double of(String stem) {
        return rarities.getOrDefault(stem, unknown);
    }

    boolean isKnown(String stem) {
        return rarities.containsKey(stem);
    }

    private static double rarity(int texts, int holding) {
        return Math.log(1 + (texts - holding + 0.5) / (holding + 0.5));
    }
}
