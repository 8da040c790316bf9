package id.pendopo.conversation.dialogue;

/** Every way a turn of the bot can end, with the text that is said; no turn ends without one, and all can be counted. */
public enum Ending implements TurnEnding {
    EMERGENCY("emergency.noted"),
    MENU("menu"),
    HELP("help"),
    STATUS_OWN("status.own"),
    STATUS_OTHER("status.other"),
    STATUS_NONE("status.none"),
    STATUS_UNKNOWN("status.unknown"),
    STATUS_MISCOUNTED("status.miscounted"),
    STATUS_MISTYPED("status.mistyped"),
    PROOF_WRONG("proof.wrong"),
    CONTINUED_HERE("moved.ticket"),
    CODE_SENT("code.sent"),
    CODE_OFTEN("code.often"),
    CODE_REFUSED("code.refused"),
    MOVE_OFFERED("move.code"),
    MOVE_OF_NOTHING("move.nothing"),
    MOVE_BY_TICKET("move.ticket"),
    MOVE_OCCUPIED("move.occupied"),
    MOVED("moved.form"),
    CANCELLED("cancelled"),
    NOTHING_TO_CANCEL("cancelled.nothing"),
    LANGUAGE_ASKED("language.asked"),
    LANGUAGE_CHANGED("language.changed"),
    REPEATED("repeated.nothing"),
    CONTINUED("continued.nothing"),
    BROADCASTS_STOPPED("broadcasts.stopped"),
    BROADCASTS_STARTED("broadcasts.started"),
    PERSON_COMES("person.comes"),
    PERSON_LATER("person.later"),
    PERSON_KNOWS("person.knows"),
    AGENT_HOLDS("agent.holds"),
    AGENT_AWAY("agent.later"),
    ASSISTANT_OFFERED("agent.offer"),
    ASSISTANT("assistant.here"),
    FORM_ASKED("form.asked"),
    FORM_REFUSED("form.refused"),
    FORM_CONFIRM("form.confirm"),
    FORM_EDITED("form.edit"),
    FORM_LATER("form.resume"),
    REPORTED("reported"),
    REPORTED_ANONYMOUSLY("reported.anonymous"),
    SOLVED("solved"),
    NOT_SOLVED("unsolved"),
    NOT_SOLVED_WHY("unsolved.why"),
    INFORMATION_ASKED("information.asked"),
    INFORMATION_ADDED("information.added"),
    REOPENED("reopened"),
    RATING_ASKED("rating.ask"),
    RATING_REFUSED("rating.refused"),
    RATING_WHICH("rating.which"),
    RATING_EARLY("rating.early"),
    RATED("rated"),
    RATING_EXPLAINED("rating.explained"),
    RATING_SKIPPED("rating.skipped"),
    NO_TICKET("ticket.none"),
    FILE_RECEIVED("file.received"),
    FILE_REFUSED("file.refused"),
    /** A message was edited after its turn. */
    EDITED("edited.ticket"),
    NO_WORDS("words.none"),
    GREETED("greeted"),
    THANKED("thanked"),
    GOODBYE("goodbye"),
    ABUSE("abuse"),
    CHITCHAT("chitchat"),
    ANSWERED("answered"),
    CLARIFIED("clarified"),
    ESCALATED("escalated"),
    /** Somebody on duty takes an emergency. */
    DUTY_TAKEN("duty.taken"),
    DUTY_LATE("duty.late"),
    PAUSED("paused"),
    /** The line has spent what it may today. */
    LINE_CEILING("line.ceiling"),
    /** The line does not write to the country of the number. */
    LINE_COUNTRY("line.country"),
    UNHEARD("call.unheard"),
    CALL_LEFT("call.left"),
    CALL_ENDED("call.ended"),
    RECORDING_ASKED("call.unanswered"),
    RECORDED("call.recorded"),
    FAILED("failed");

    private final String key;

    Ending(String key) {
        this.key = key;
    }

    /** The key of its text in the module's bundle. */
    public String key() {
        return key;
    }
}
