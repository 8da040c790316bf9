package id.pendopo.knowledge.rewording;

import java.util.Locale;

/** Rejection reason: why other words are refused; the first of them that is found counts. */
enum Fault {
    /** Nothing, or longer than the passage, or signs that cost a second text message. */
    LENGTH,
    /** Signs of a program, a list or a role; more than one paragraph. */
    MARKS,
    /** A web or mail address; no passage that is put into other words has one. */
    ADDRESS,
    /** Not the language of the passage. */
    LANGUAGE,
    /** Not the same numbers, of the same things, in the same order. */
    FIGURES,
    /** Not the same "not", "free of charge", "only", "or", "must", in the same order. */
    HINGES,
    /** A word that neither the passage has nor anybody may use. */
    WORDS,
    /** A sentence that does not follow one sentence of the passage: its words in another order, or those of several. */
    ORDER,
    /** Some things of a list, but not all; a number or a "not" without all that it stands with. */
    HALF;

    /** The name as it is counted by. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
