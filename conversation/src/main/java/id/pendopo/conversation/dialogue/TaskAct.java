package id.pendopo.conversation.dialogue;

import id.pendopo.knowledge.TextClassifier.Guess;
import java.util.Locale;
import java.util.Optional;

/** The dialogue acts inside a task: what a message does whose writer was asked something; a closed set. */
public enum TaskAct {
    /** Agrees with all of it. */
    YES(Confidence.TASK_ACT),
    /** Something is not right, without saying what. */
    NO(Confidence.TASK_ACT),
    /** Wants nothing of it any more. */
    CANCEL(Confidence.TASK_ACT),
    /** Says what it should be instead. */
    CORRECT(Confidence.TASK_ACT),
    /** Tells more of the same. */
    ADD(Confidence.ADDITION),
    /** Asks something beside. */
    QUESTION(Confidence.TASK_ACT),
    /** Has another matter too. */
    ANOTHER(Confidence.TASK_ACT),
    /** Wants to talk to somebody. */
    PERSON(Confidence.TASK_ACT),
    /** Wants not to be named. */
    ANONYMOUS(Confidence.TASK_ACT),
    /** Is angry with the desk. */
    INSULT(Confidence.TASK_ACT),
    /** None of these, or nobody can tell. */
    UNCLEAR(0);

    private final double sure;

    TaskAct(double sure) {
        this.sure = sure;
    }

    /** What the message does, if that is sure enough for what follows from it. */
    public static TaskAct of(Facts facts) {
        return facts.taskAct().map(TaskAct::read).orElse(UNCLEAR);
    }

    /** The same where it has to be at least this sure. */
    public static TaskAct of(Facts facts, double sure) {
        return facts.taskAct()
                .filter(guess -> guess.confidence() >= sure)
                .map(TaskAct::read)
                .orElse(UNCLEAR);
    }

    /** How sure it is that the words agree: as an answer to the desk, or anywhere; 0 where they do something else. */
    public static double agreement(Facts facts) {
        return Math.max(sureOf(facts.taskAct(), YES.name()), sureOf(facts.act(), "affirm"));
    }

    private static double sureOf(Optional<Guess> guess, String label) {
        return guess.filter(act -> act.label().equalsIgnoreCase(label))
                .map(Guess::confidence)
                .orElse(0.0);
    }

    /** Whether the words ask something: by their act, or where that is unclear by how they look. */
    public static boolean asks(Facts facts, boolean looks) {
        return switch (of(facts)) {
            case QUESTION -> true;
            case UNCLEAR -> looks;
            default -> false;
        };
    }

    private static TaskAct read(Guess guess) {
        TaskAct act = valueOf(guess.label().toUpperCase(Locale.ROOT));
        return guess.confidence() >= act.sure ? act : UNCLEAR;
    }
}
