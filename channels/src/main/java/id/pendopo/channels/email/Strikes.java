package id.pendopo.channels.email;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often reading a mail failed: one that always fails must not keep those behind it waiting. Any thread may call. */
final class Strikes {

    private static final int OUT = 3;

    private record Failing(MailPlace place, int times) {}

    /** One for each folder: those behind it are not read before it is taken in. */
    private final Map<String, Failing> failing = new ConcurrentHashMap<>();

    void strike(String account, MailPlace place) {
        failing.merge(
                account + "/" + place.folder(),
                new Failing(place, 1),
                (before, first) -> before.place().equals(place) ? new Failing(place, before.times() + 1) : first);
    }

    boolean out(String account, MailPlace place) {
        Failing known = failing.get(account + "/" + place.folder());
        return known != null && known.place().equals(place) && known.times() >= OUT;
    }
}
