package id.pendopo.conversation.understanding;

import id.pendopo.knowledge.PhraseMatches;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Commands that work in any state, by the phrases {@code command.X}. */
public enum GlobalCommand {
    MENU,
    STATUS,
    HELP,
    CANCEL,
    LANGUAGE,
    AGAIN,
    MORE,
    STOP,
    START,
    PERSON,
    ASSISTANT;

    /** The command that the whole message is. */
    public static Optional<GlobalCommand> exactly(PhraseMatches said) {
        return Arrays.stream(values())
                .filter(command -> said.is(command.phrase()) || said.is(command.phrase() + ".exact"))
                .findFirst();
    }

    /** Its phrases in which a slip of the finger is forgiven. */
    String phrase() {
        return "command." + name().toLowerCase(Locale.ROOT);
    }
}
