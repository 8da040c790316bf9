package id.pendopo.channels.ussd;

import id.pendopo.channels.Address;
import id.pendopo.channels.adapter.EarlierEvents;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A session of hops: each repeats all that was keyed in before it, joined by stars, so that what is new is what the hop
 * before had not. What is keyed in may have stars of its own.
 *
 * @param account its name
 * @param id as the gateway has it
 */
record UssdSession(String account, String id) {

    /** Characters; what is longer is known by its hash, so that the length can stand behind it. */
    private static final int LONGEST = 200;

    UssdSession {
        id = id.length() > LONGEST ? Address.ExternalName.hash(id) : id;
    }

    /** How the hop is called that had so many characters; one that is sent again has the same name. */
    String hop(int length) {
        return id + "/" + length;
    }

    /** How the end is called; a session ends once. */
    String end() {
        return id + "/ended";
    }

    /**
     * What was keyed in at the hop with this text. Where no hop of the session came before, what follows the last star.
     *
     * @param text all inputs, joined by stars
     */
    String input(String text, EarlierEvents earlier) {
        List<Integer> ends = Stream.concat(
                        Stream.of(0),
                        IntStream.range(0, text.length())
                                .filter(at -> text.charAt(at) == '*')
                                .boxed())
                .distinct()
                .toList();
        Set<String> known =
                earlier.known(account, ends.stream().map(this::hop).distinct().toList());
        int before = ends.stream()
                .filter(end -> known.contains(hop(end)))
                .mapToInt(Integer::intValue)
                .max()
                .orElseGet(() -> Math.max(0, text.lastIndexOf('*')));
        String added = text.substring(before);
        return before > 0 || known.isEmpty() ? added.replaceFirst("^\\*", "") : added;
    }
}
