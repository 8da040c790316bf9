package id.pendopo.knowledge.search;

import id.pendopo.knowledge.search.Reading.Concept;
import java.util.HashMap;
import java.util.Map;

/** A question in the form in which it is compared with every candidate. */
record Asked(Reading reading, TermVector byStem, TermVector byLetter, Rarity rarity) {

    static Asked of(Reading reading, Rarity rarity, Rarity letterRarity) {
        Map<String, Double> letters = new HashMap<>();
        reading.words().forEach(word -> TermVector.countLetters(word.word(), word.weight(), letters));
        return new Asked(
                reading, TermVector.of(reading.stems(), rarity::of), TermVector.of(letters, letterRarity::of), rarity);
    }

    /** How much a concept tells: as much as its rarest known stem, or all when none is known. */
    double tells(Concept concept) {
        double rarest = concept.stems().keySet().stream()
                .filter(rarity::isKnown)
                .mapToDouble(rarity::of)
                .max()
                .orElseGet(() -> rarity.of(""));
        return concept.weight() * rarest;
    }
}
