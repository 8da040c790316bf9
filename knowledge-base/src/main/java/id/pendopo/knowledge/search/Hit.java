package id.pendopo.knowledge.search;

/**
 * Ranked search hit: an article that may answer, with the features of its best question.
 *
 * @param titleSaysAll whether the article's title holds every word that the question stresses
 * @param mishap whether its title tells what happened to a paper
 * @param score the mix of all likenesses, about 0 to 1
 */
public record Hit(String id, String service, double score, boolean titleSaysAll, boolean mishap, Likeness likeness) {

    /** The same article after another comparison. */
    Hit with(double otherScore, Likeness other) {
        return new Hit(id, service, otherScore, titleSaysAll, mishap, other);
    }

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
     * @param sentence cosine with the nearest of the article's questions and its text, as a sentence model tells it; 0 where that one
     *     was not asked
     */
    public record Likeness(
            double bm25,
            double stems,
            double letters,
            double covered,
            double coveredAnywhere,
            double subject,
            double said,
            double meaning,
            double sentence) {

        /** The same with what a sentence model tells; what it finds unlike is not told apart from what it was not asked. */
        Likeness comparedBySentence(double cosine) {
            return new Likeness(
                    bm25, stems, letters, covered, coveredAnywhere, subject, said, meaning, Math.max(0, cosine));
        }

        /** All of them in this order. */
        public double[] figures() {
            return new double[] {bm25, stems, letters, covered, coveredAnywhere, subject, said, meaning, sentence};
        }
    }
}
