package id.pendopo.channels.voice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which step of a call a request answers, as the address says it that we gave for the answer; Twilio signs it with the
 * rest.
 *
 * @param name the turn that asked; empty for a call that begins
 * @param misses how often in a row nothing was understood before
 */
record Step(Optional<String> name, int misses) {

    private static final Pattern PATH = Pattern.compile("/turn/(\\d{1,18})");
    private static final Pattern MISSES = Pattern.compile("(?:^|&)missed=(\\d)(?:&|$)");

    /** @param path what follows the account's address */
    static Step read(String path, String query) {
        Matcher turn = PATH.matcher(path);
        Matcher missed = MISSES.matcher(query);
        return new Step(
                turn.matches() ? Optional.of(turn.group(1)) : Optional.empty(),
                missed.find() ? Integer.parseInt(missed.group(1)) : 0);
    }

    /** The address of the answer to a turn, from the root of the desk's own. */
    static String address(String account, long turn, int misses) {
        return "/webhooks/" + account + "/turn/" + turn + (misses == 0 ? "" : "?missed=" + misses);
    }
}
