package id.pendopo.knowledge.search;

import id.pendopo.knowledge.search.Reading.Concept;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A question in the form in which it is compared with every candidate. */
record Asked(Reading reading, List<Told> concepts, Set<String> stems, TermVector byStem, TermVector byLetter) {

    /** A concept with how much it tells: its weight times its rarity. */
    record Told(Concept concept, double tells) {}

    static Asked of(Reading reading, Rarity rarity, Rarity letterRarity) {
        Map<String, Double> letters = new HashMap<>();
        reading.words().forEach(word -> TermVector.countLetters(word.word(), word.weight(), letters));
        List<Told> concepts = reading.concepts().stream()
                .map(concept -> new Told(concept, concept.weight() * rarestKnown(concept, rarity)))
                .toList();
        Map<String, Double> stems = reading.stems();
        return new Asked(
                reading,
                concepts,
                stems.keySet(),
                TermVector.of(stems, rarity::of),
                TermVector.of(letters, letterRarity::of));
    }

    @Override
    public String toString() {
        return "Asked[REDACTED]";
    }

    /** The share of what the question tells that a text with these stems satisfies. */
    double covered(Set<String> present) {
        double all = 0;
        double covered = 0;
        for (Told told : concepts) {
            all += told.tells();
            covered += told.tells() * told.concept().satisfiedBy(present);
        }
        return all == 0 ? 0 : covered / all;
    }

    /** As much as its rarest known stem, or all when none is known. */
    private static double rarestKnown(Concept concept, Rarity rarity) {
        return concept.stems().keySet().stream()
                .filter(rarity::isKnown)
                .mapToDouble(rarity::of)
                .max()
                .orElseGet(() -> rarity.of(""));
    }
}
