package id.pendopo.channels.voice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A retried step: a step of a call that failed, to be tried again.
 *
 * @param address of the step, from the root of the desk's address
 * @param exhausted whether it was tried often enough
 */
record Retry(String address, boolean exhausted) {

    /** Seconds between two tries. */
    static final int SECONDS = 3;

    private static final int MOST = 2;
    private static final Pattern TRIES = Pattern.compile("[?&]tries=(\\d)");

    /** @param failed the address that failed, as Twilio says it in {@code ErrorUrl} */
    static Retry of(String failed, String account) {
        String ours = "/webhooks/" + account;
        Matcher step = Pattern.compile(Pattern.quote(ours) + "(/turn/\\d+(?:\\?missed=\\d)?)")
                .matcher(failed);
        String address = ours + (step.find() ? step.group(1) : "");
        Matcher tries = TRIES.matcher(failed);
        int tried = tries.find() ? Integer.parseInt(tries.group(1)) : 0;
        String next = address + (address.contains("?") ? "&" : "?") + "tries=" + (tried + 1);
        return new Retry(next, tried >= MOST);
    }
}
