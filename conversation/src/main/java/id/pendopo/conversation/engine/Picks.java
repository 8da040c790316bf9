package id.pendopo.conversation.engine;

import id.pendopo.channels.Choice;

/** The ids of choices, as they come back from a button; at most 64 bytes each. */
final class Picks {

    static final String MENU = Choice.MENU;
    static final String ASK = "ask";
    static final String REPORT = "report";
    static final String STATUS = "status";
    static final String PERSON = Choice.PERSON;
    static final String AGAIN = Choice.AGAIN;
    static final String CANCEL = "cancel";
    static final String NONE_OF_THESE = "none";
    static final String SEND = "form:send";
    static final String ANONYMOUS = "form:anonymous";
    static final String EDIT = "form:edit";
    static final String RESUME = "resume";

    /** With the language's tag. */
    static final String LANGUAGE = Choice.LANGUAGE;

    /** With an article's slug. */
    static final String ARTICLE = "article:";

    /** With the number of a line of the summary. */
    static final String EDIT_LINE = "form:edit:";

    /** With what goes into the field that is asked for. */
    static final String VALUE = "form:value:";

    /** With a ticket's digits. */
    static final String SOLVED = "solved:";

    /** With a ticket's digits. */
    static final String UNSOLVED = "unsolved:";

    /** With a ticket's digits. */
    static final String CODE = "code:";

    /** With a ticket's digits, a colon and the score. */
    static final String RATE = "rate:";

    private Picks() {}
}
