package id.pendopo.knowledge.search;

/**
 * Ranked search hit: an article that may answer, with the features of its best question.
 *
 * @param titleSaysAll whether the article's title holds every word that the question stresses
 * @param mishap whether its title tells what happened to a paper
 * @param score the mix of all likenesses, about 0 to 1
 */
public record Hit(String id, String service, double score, boolean titleSaysAll, boolean mishap, Likeness likeness) {

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
     * @param meaning how alike both are in what they mean, as {@link SemanticSimilarity} tells it
     */
    public record Likeness(
            double bm25,
            double stems,
            double letters,
            double covered,
            double coveredAnywhere,
            double subject,
            double said,
            double meaning) {

        /** All of them in this order. */
        public double[] figures() {
            return new double[] {bm25, stems, letters, covered, coveredAnywhere, subject, said, meaning};
        }
    }
}
