package id.pendopo.conversation.understanding;

import id.pendopo.channels.Choice;

/** The ids of choices, the payload of quick replies and buttons as they come back; at most 64 bytes each. */
public final class ChoiceIds {

    public static final String MENU = Choice.MENU;
    public static final String ASK = "ask";
    public static final String REPORT = "report";
    public static final String STATUS = "status";
    public static final String PERSON = Choice.PERSON;
    /** The bot, while an agent holds the floor. */
    public static final String ASSISTANT = "assistant";

    public static final String AGAIN = Choice.AGAIN;
    public static final String CANCEL = "cancel";
    public static final String NONE_OF_THESE = "none";
    public static final String SEND = Choice.SEND;
    public static final String ANONYMOUS = "form:anonymous";
    public static final String EDIT = "form:edit";
    public static final String RESUME = "resume";

    /** With the language's tag. */
    public static final String LANGUAGE = Choice.LANGUAGE;

    /** With a topic's name, for who chooses by key. */
    public static final String TOPIC = "topic:";

    /** With the number of the first category to name, from 0: a report by key and recording. */
    public static final String KINDS = "kinds:";

    /** With a category's key: of a report that is recorded. */
    public static final String KIND = "kind:";

    /** With an article's slug. */
    public static final String ARTICLE = "article:";

    /** With the number of a line of the summary. */
    public static final String EDIT_LINE = "form:edit:";

    /** With what goes into the field that is asked for. */
    public static final String VALUE = "form:value:";

    /** With a ticket's digits. */
    public static final String SOLVED = "solved:";

    /** With a ticket's digits. */
    public static final String UNSOLVED = "unsolved:";

    /** With a ticket's digits. */
    public static final String CODE = "code:";

    /** With a ticket's digits, a colon and the score. */
    public static final String RATE = "rate:";

    /** With a ticket's digits, a colon and the number of a place on the list of those on duty. */
    public static final String DUTY = Choice.CONFIRM;

    private ChoiceIds() {}
}
