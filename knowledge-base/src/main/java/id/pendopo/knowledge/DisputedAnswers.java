package id.pendopo.knowledge;

/**
 * Negative feedback: where it is noted that an answer did not help somebody, so that editors see the question behind
 * it.
 */
public interface DisputedAnswers {

    /**
     * Notes a question whose answer did not help. What could name somebody is masked before anything is stored, everything is
     * forgotten after 180 days, and of one article no more than 100 are kept in a day.
     *
     * @param question as the citizen asked it; where nobody knows that, what they say is missing
     * @param answered the text that did not help
     * @param kind of the line that it was read on
     */
    void disputed(String question, ArticleVersion answered, String kind);
}
