package id.pendopo.knowledge;

import id.pendopo.knowledge.Answer.Found;

/**
 * Paraphrase by a language model (LLM): has it put an answer that was found into plainer words. It may only say again
 * what the article says; where there is a doubt, the article's own words are said. Any thread may call, outside any
 * transaction.
 */
public interface Rewording {

    /** A form of an answer that is read; what is spoken is never put into other words. */
    enum Form {
        /** A chat or a page. */
        WEB,
        /** One text message of the GSM 7-bit alphabet. */
        SMS
    }

    /** Whether this answer may be put into other words at all; never without a model. Asks nobody. */
    boolean allowed(Found found, Form form);

    /**
     * The answer in plainer words in this form, or as it was found. Takes no longer than {@code
     * pendopo.knowledge.rewording.timeout} and never fails.
     *
     * @param question as it was typed; what names somebody is masked before it leaves
     */
    Found plainer(Found found, String question, Form form);
}
