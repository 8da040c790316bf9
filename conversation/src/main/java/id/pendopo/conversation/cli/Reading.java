package id.pendopo.conversation.cli;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How far the lines of a script have read the messages of a turn. Each line looks at the message of the line before or at
 * the next one, none is passed over, and all must be read. Which of the two a line means may show only later, so every
 * place that it may have come to is kept.
 */
final class Reading {

    private final List<String> said;

    /** How many messages may have been read. */
    private SortedSet<Integer> places = new TreeSet<>(Set.of(0));

    private boolean ended;

    Reading(List<String> said) {
        this.said = said;
    }

    /** @throws Difference no message that this line may look at fits */
    void look(int line, String wanted, Predicate<String> fits) {
        SortedSet<Integer> reached = places.stream()
                .flatMap(read -> Stream.of(read, read + 1))
                .filter(read -> read > 0 && read <= said.size() && fits.test(said.get(read - 1)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (reached.isEmpty()) {
            int next = Math.min(places.last() + 1, said.size());
            throw new Difference(line, wanted, said.isEmpty() ? "nothing" : said.get(next - 1));
        }
        places = reached;
    }

    /** The ending speaks for every message of its turn; lines after it may look at any that is left. */
    void end() {
        ended = true;
        IntStream.rangeClosed(places.first(), said.size()).forEach(places::add);
    }

    /** @throws Difference a message was not read */
    void done(int line) {
        if (!ended && places.last() < said.size()) {
            throw new Difference(line, "nothing more", said.get(places.last()));
        }
    }
}
