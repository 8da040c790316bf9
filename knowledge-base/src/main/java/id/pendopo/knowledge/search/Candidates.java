package id.pendopo.knowledge.search;

import id.pendopo.knowledge.search.Postings.Candidate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The lines that are worth comparing with a question. Among many lines those are taken whose questions hold most of what is
 * asked, and those whose text holds a stem that hardly any question has: what a text says beside that moves few of them, and
 * to weigh it for all takes ten times as long.
 */
final class Candidates {

    /** At most so many by what their questions hold. */
    static final int MOST = 120;

    /** From so many lines on their texts are not all weighed. */
    private static final int MANY = 20_000;

    /** A stem of fewer questions than this is looked for in the texts as well. */
    private static final int FEW = 10;

    private final Lines lines;
    private final Optional<Holders> holders;

    Candidates(Lines lines) {
        this.lines = lines;
        holders = lines.all().size() < MANY
                ? Optional.empty()
                : Optional.of(new Holders(lines.all(), lines.stems().size()));
    }

    List<Candidate> of(Reading reading, Asked asked) {
        return holders.map(many -> amongMany(reading, asked, many))
                .orElseGet(() -> lines.postings().best(reading));
    }

    private List<Candidate> amongMany(Reading reading, Asked asked, Holders many) {
        Map<Integer, Double> weights = new HashMap<>();
        reading.stems().forEach((stem, weight) -> {
            if (lines.stems().has(stem)) {
                weights.put(lines.stems().of(stem), weight * lines.lineRarity().of(stem));
            }
        });
        List<String> ofTexts = weights.keySet().stream()
                .filter(stem -> many.count(stem) < FEW)
                .map(lines.stems()::term)
                .toList();
        IntStream byText = lines.postings().bestByText(ofTexts).stream().mapToInt(Candidate::place);
        int[] places = IntStream.concat(Arrays.stream(many.best(weights, MOST)), byText)
                .sorted()
                .distinct()
                .toArray();
        List<BitSet> held = Arrays.stream(places)
                .mapToObj(place -> asked.held(lines.all().get(place).article()))
                .toList();
        double[] texts = lines.postings().scoresOfTexts(reading, places, stem -> {
            int place = asked.place(stem);
            return IntStream.range(0, places.length)
                    .filter(i -> place >= 0 && held.get(i).get(place))
                    .toArray();
        });
        return IntStream.range(0, places.length)
                .mapToObj(i ->
                        new Candidate(places[i], Postings.QUESTION_BOOST * many.score(places[i], weights) + texts[i]))
                .toList();
    }
}
