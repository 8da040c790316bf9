package id.pendopo.knowledge.search;

import id.pendopo.knowledge.search.ParsedQuery.Concept;
import java.util.BitSet;
import java.util.List;

/**
 * Weighted query term: a query's concept as an index weighs it: by how rare its stems are there.
 *
 * @param tells its weight times its rarity
 * @param equals the phrases of known stems that satisfy it, best first
 */
record QueryConcept(Concept concept, double tells, List<Equal> equals) {

    /** How well a text that holds these stems satisfies it; of a phrase all stems must be there. */
    double satisfiedBy(BitSet held) {
        for (Equal equal : equals) {
            if (equal.heldBy(held)) {
                return equal.well();
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return "QueryConcept[REDACTED]";
    }

    /** The places of stems that satisfy a concept when all of them are there, and how well, 0 to 1. */
    record Equal(int[] phrase, double well) {

        private boolean heldBy(BitSet held) {
            for (int place : phrase) {
                if (!held.get(place)) {
                    return false;
                }
            }
            return true;
        }
    }
}
