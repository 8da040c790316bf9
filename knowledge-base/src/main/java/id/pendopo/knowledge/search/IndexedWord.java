package id.pendopo.knowledge.search;

/**
 * Interned token with its stems: a word of the questions and texts, held once however many hold it.
 *
 * @param stems by number; none for an empty word
 * @param letters three and four letters in a row, with word borders, by number
 * @param weight how much it says about which article is meant, 0 to 1
 */
record IndexedWord(String text, int[] stems, int[] letters, double weight) {

    /** The same word where it says less. */
    IndexedWord weighing(double less) {
        return less == weight ? this : new IndexedWord(text, stems, letters, less);
    }
}
