package id.pendopo.conversation.understanding;

/** Intents that are told by their phrases, by the names that the phrase files have for them. */
public final class Said {

    public static final String YES = "yes";
    public static final String NO = "no";
    public static final String QUESTION = "question";
    public static final String CHOICE_NUMBER = "choice.number";

    /** What stands before the name of a language. */
    public static final String LANGUAGE_LEAD = "language.lead";

    public static final String LANGUAGE_NAMED = "language.named";
    public static final String GREETING = "act.greeting";
    public static final String THANKS = "act.thanks";
    public static final String GOODBYE = "act.goodbye";
    public static final String CHITCHAT = "act.chitchat";

    /** Somebody wants to speak with a person. */
    public static final String PERSON = "person";

    /** A report is announced at the beginning. */
    public static final String REPORT_FIRST = "report.first";

    /** The same with what stands between it and what is reported. */
    public static final String REPORT_LEAD = "report.lead";

    /** A report is announced, and nothing is said about it. */
    public static final String REPORT_WHOLLY = "report.wholly";

    public static final String REPORT_WORD = "report.word";
    /** The report that one made. */
    public static final String REPORT_PAST = "report.past";

    public static final String REPORT_NAMED = "report.named";

    /** Services that are called a report. */
    public static final String REPORT_SERVICE = "report.service";

    /** An idea is announced, and nothing is said about it. */
    public static final String IDEA_WHOLLY = "idea.wholly";

    /** The same before the idea itself. */
    public static final String IDEA_LEAD = "idea.lead";

    /** What a wish begins with, and many a complaint or question too. */
    public static final String IDEA_WISH = "idea.wish";

    /** Services that are called a proposal. */
    public static final String IDEA_SERVICE = "idea.service";

    public static final String FORM_CHANGE = "form.change";
    /** Something is to be written into the report too. */
    public static final String FORM_ADD = "form.add";

    /** Asks why something is asked for. */
    public static final String FORM_WHY = "form.why";

    /** Asks how long a report takes. */
    public static final String REPORT_DURATION = "report.duration";

    /** What stands between a line that is to be changed and what it is to be. */
    public static final String FORM_CHANGE_TO = "form.change.to";

    /** What people call a line of a report; the name of the field stands behind it. */
    public static final String FORM_FIELD = "form.field.";

    /** A report is to be sent. */
    public static final String FORM_SEND = "form.send";

    public static final String FORM_BACK = "form.back";
    public static final String FORM_GO_ON = "form.go-on";
    public static final String NAMELESS = "name.none";
    public static final String NAME_HIDDEN = "name.hidden";

    /** What may stand around a yes or a no. */
    public static final String ANSWER_TAIL = "answer.tail";

    /** Instead of an answer: nobody knows, or it tells nothing. */
    public static final String NO_ANSWER = "answer.none";

    /** What stands before a place that was asked for. */
    public static final String PLACE_SAID = "place.said";

    /** What stands before one's own name wherever it is said. */
    public static final String NAME_SAID = "name.said";

    /** What ends such a name, or is none. */
    public static final String NAME_END = "name.end";

    /** Nobody is to call. */
    public static final String CONTACT_NO = "contact.no";

    /** Somebody may call. */
    public static final String CONTACT_YES = "contact.yes";

    /** What stands before the name of a person. */
    public static final String NAME_LEAD = "name.lead";

    /** Something else is to be reported too. */
    public static final String ANOTHER = "another";

    /** What stands before such a matter. */
    public static final String ANOTHER_LEAD = "another.lead";

    /** It is announced, and nothing is said about it. */
    public static final String ANOTHER_UNTOLD = "another.untold";

    /** An answer is not about what was asked. */
    public static final String MISTAKE = "mistake";

    /** It is asked whether something is true that was heard or read. */
    public static final String RUMOUR = "rumour.asked";

    /** What fraud asks for: to open a link, to give a number that nobody should know. */
    public static final String BAIT = "rumour.bait";

    public static final String STATUS_ASKED = "status.asked";
    public static final String STATUS_GO_ON = "status.go-on";
    public static final String STATUS_CODE = "status.code";

    /** There is nothing to add to a rating. */
    public static final String NO_REMARK = "rating.no-remark";

    public static final String MOVE_BARE = "move.bare";
    public static final String MOVE = "move";

    /** What stands before a code that moves a conversation. */
    public static final String MOVE_CODED = "move.coded";

    /** The same where no other code is waited for. */
    public static final String MOVE_CODE = "move.code";

    public static final String SOLVED = "solved";
    public static final String UNSOLVED = "unsolved";
    public static final String TICKET_ADD = "ticket.add";

    /** Services that are called an addition. */
    public static final String TICKET_ADD_OTHER = "ticket.add.other";

    public static final String TICKET_REOPEN = "ticket.reopen";

    /** Something has not come yet. */
    public static final String DUE = "due";

    public static final String INSULT = "insult";

    /** Somebody wants to die. */
    public static final String DEATH_WISH = "emergency.wish";

    /** Somebody asks about papers of a danger, or tells of one that is past. */
    public static final String PAPERWORK = "emergency.paperwork";

    /** What is asked of a report; its topic follows. */
    public static final String REPORT_ASKED = "report.asked.";

    /** What stands before that which is meant. */
    public static final String CORRECTION_MEANT = "correction.meant";

    /** What takes a clause back. */
    public static final String CORRECTION_NOT = "correction.not";

    /** What begins another clause. */
    public static final String CORRECTION_BUT = "correction.but";

    /** What stands around the better words and is no part of them. */
    public static final String CORRECTION_FILLER = "correction.filler";

    /** The same, as often as it is said. */
    public static final String CORRECTION_OPENING = "correction.opening";

    private Said() {}
}
