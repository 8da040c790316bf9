package id.pendopo.knowledge.search;

/**
 * An article that may answer, with the features of its best question.
 *
 * @param titleSaysAll whether the article's title holds every word that the question stresses
 * @param score the mix of all likenesses, about 0 to 1
 */
public record Hit(String id, String service, double score, boolean titleSaysAll, Likeness likeness) {

    /**
     * In how far a question is like an article's; each about 0 to 1.
     *
     * @param bm25 Lucene's score over questions and text, divided by what the question would score against itself
     * @param stems cosine of the stems with the article's question
     * @param letters cosine of character n-grams with the article's question
     * @param covered share of the asked concepts, by rarity, that the article's question holds
     * @param coveredAnywhere the same over all questions and the text
     * @param subject share of the services named that the article's service is; the same as {@code covered} where
     *     articles have no service to tell apart
     * @param said share of the article's question, by rarity, that was asked
     */
    record Likeness(
            double bm25,
            double stems,
            double letters,
            double covered,
            double coveredAnywhere,
            double subject,
            double said) {

        double score() {
            return 0.20 * bm25
                    + 0.20 * stems
                    + 0.20 * letters
                    + 0.15 * covered
                    + 0.10 * coveredAnywhere
                    + 0.15 * subject;
        }
    }
}
