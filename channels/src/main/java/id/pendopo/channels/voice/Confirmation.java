package id.pendopo.channels.voice;

import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The callback of a call that the desk makes: what the one who is called confirms by a key, as the address says it that we
 * gave for the answer; Twilio signs it with the rest.
 *
 * @param choice what comes back
 */
record Confirmation(String choice) {

    /** The key that confirms. */
    static final String KEY = "1";

    /** Below the account's address, where Twilio reports what became of the call. */
    static final String REPORTS = "/called";

    private static final String PREFIX = "/confirm/";
    private static final Pattern PATH = Pattern.compile(PREFIX + "([A-Za-z0-9:._-]{1,56})");

    /** What a message asks; empty when it asks nothing that somebody is called for. */
    static Optional<Confirmation> asked(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Choices.class::isInstance)
                .flatMap(block -> ((Block.Choices) block).choices().stream())
                .map(Choice::id)
                .filter(id -> id.startsWith(Choice.CONFIRM))
                .findFirst()
                .map(Confirmation::new);
    }

    /** @param path what follows the account's address */
    static Optional<Confirmation> read(String path) {
        Matcher confirm = PATH.matcher(path);
        return confirm.matches() ? Optional.of(new Confirmation(Choice.CONFIRM + confirm.group(1))) : Optional.empty();
    }

    /** The address of the answer, from the root of the desk's own. */
    String address(String account) {
        return "/webhooks/" + account + PREFIX + choice.substring(Choice.CONFIRM.length());
    }
}
