package id.pendopo.knowledge.search;

import java.util.Arrays;

/** Inverse document frequency (IDF): how much a term tells; the fewer texts hold it, the more. */
final class InverseDocumentFrequency {

    private final TermDictionary terms;
    private final double[] rarities;
    private final boolean[] known;
    private final double unknown;

    private InverseDocumentFrequency(TermDictionary terms, int texts, int[] holding) {
        this.terms = terms;
        rarities = new double[holding.length];
        known = new boolean[holding.length];
        for (int term = 0; term < holding.length; term++) {
            rarities[term] = rarity(texts, holding[term]);
            known[term] = holding[term] > 0;
        }
        unknown = rarity(texts, 0);
    }

    /** A term that no text holds tells most. */
    double of(String term) {
        return of(terms.of(term));
    }

    /** The same by the term's number. */
    double of(int term) {
        return isKnown(term) ? rarities[term] : unknown;
    }

    boolean isKnown(String term) {
        return isKnown(terms.of(term));
    }

    private boolean isKnown(int term) {
        return term >= 0 && term < known.length && known[term];
    }

    private static double rarity(int texts, int holding) {
        return Math.log(1 + (texts - holding + 0.5) / (holding + 0.5));
    }

    /** Counts text by text. */
    static final class Count {

        private final TermDictionary terms;
        private int texts;
        private int[] holding = new int[1024];
        private int[] latest = new int[1024];

        Count(TermDictionary terms) {
            this.terms = terms;
        }

        /** Begins a text; the terms that are added next are its own. */
        void begin() {
            texts++;
        }

        /** A term that the text holds; however often it is added, it counts once. */
        void add(int term) {
            if (term >= holding.length) {
                holding = Arrays.copyOf(holding, Math.max(term + 1, 2 * term));
                latest = Arrays.copyOf(latest, holding.length);
            }
            if (latest[term] != texts) {
                latest[term] = texts;
                holding[term]++;
            }
        }

        InverseDocumentFrequency rarity() {
            return new InverseDocumentFrequency(terms, texts, Arrays.copyOf(holding, terms.size()));
        }
    }
}
