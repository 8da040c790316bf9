package id.pendopo.conversation.pacing;

import id.pendopo.conversation.dialogue.Command;
import id.pendopo.conversation.dialogue.Decision;
import id.pendopo.conversation.dialogue.Ending;
import id.pendopo.conversation.dialogue.Part;

/** The exemptions from every limit: what is said in any case. */
final class Heeded {

    /** With this begins whatever is said of danger. */
    private static final String DANGER = "emergency.";

    private Heeded() {}

    /** Heard as a call for help, or as what may be one, so that whom to call is named beside. */
    static boolean danger(Decision decision) {
        return decision.ending() == Ending.EMERGENCY
                || decision.replies().stream()
                        .flatMap(reply -> reply.parts().stream())
                        .anyMatch(part ->
                                part instanceof Part.Say say && say.key().startsWith(DANGER));
    }

    /** A report was sent: it gets its number. */
    static boolean report(Decision decision) {
        return decision.commands().stream().anyMatch(Command.Open.class::isInstance);
    }
}
