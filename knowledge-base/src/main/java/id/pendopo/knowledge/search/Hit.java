package id.pendopo.knowledge.search;

/**
 * An article that may answer, with the features of its best question.
 *
 * @param score the mix of all likenesses, about 0 to 1
 */
public record Hit(String id, double score, Likeness likeness) {

    /**
     * In how far a question is like an article's; each about 0 to 1.
     *
     * @param bm25 Lucene's score over questions and text, divided by what the question would score against itself
     * @param stems cosine of the stems with the article's question
     * @param letters cosine of character n-grams with the article's question
     * @param covered share of the asked concepts, by rarity, that the article's question holds
     * @param coveredAnywhere the same over question and text
     */
    record Likeness(double bm25, double stems, double letters, double covered, double coveredAnywhere) {

        double score() {
            return 0.25 * bm25 + 0.25 * stems + 0.25 * letters + 0.15 * covered + 0.10 * coveredAnywhere;
        }
    }
}
