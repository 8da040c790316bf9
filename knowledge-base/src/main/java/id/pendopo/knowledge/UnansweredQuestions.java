package id.pendopo.knowledge;

import java.util.Locale;

/** Log of unanswered queries: where the desk notes what it could not answer, so that editors see what is missing. */
public interface UnansweredQuestions {

    /**
     * Notes a question, within the caller's transaction if there is one. What could name somebody is masked before anything is
     * stored, and everything is forgotten after 180 days.
     *
     * @param kind of the line that it came by
     */
    void note(String question, Locale language, String kind, Why why);

    /** How far the desk came. */
    enum Why {
        /** No article was like it. */
        UNKNOWN,
        /** It could have been one of a few. */
        AMBIGUOUS
    }
}
