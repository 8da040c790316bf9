package id.pendopo.conversation.understanding;

import id.pendopo.knowledge.Phrases;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognizes global commands also with one slip of the finger. Immutable. */
public final class CommandParser {

    private final Phrases phrases;
    private final Map<GlobalCommand, Slips> forgiving = new EnumMap<>(GlobalCommand.class);

    /** No command with a slip is longer, unless it is one word with letters held down. */
    private final int longest;

    CommandParser(Phrases phrases) {
        this.phrases = phrases;
        Set<String> names = phrases.names();
        for (GlobalCommand command : GlobalCommand.values()) {
            if (names.contains(command.phrase())) {
                forgiving.put(command, new Slips(phrases.wordings(command.phrase())));
            }
        }
        longest = 1 + forgiving.values().stream().mapToInt(Slips::longest).max().orElse(0);
    }

    /** The command that the whole message is, one slip forgiven in words of four letters and more. */
    public Optional<GlobalCommand> nearly(String plain) {
        return plain.length() > longest && plain.indexOf(' ') >= 0
                ? Optional.empty()
                : GlobalCommand.exactly(phrases.in(plain)).or(() -> slipped(plain));
    }

    private Optional<GlobalCommand> slipped(String plain) {
        return forgiving.entrySet().stream()
                .filter(command -> command.getValue().of(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
