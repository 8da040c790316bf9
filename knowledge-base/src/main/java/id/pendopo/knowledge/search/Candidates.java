package id.pendopo.knowledge.search;

import id.pendopo.knowledge.search.LuceneIndex.Candidate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Candidate retrieval, the first stage of the search: the lines that are worth comparing with a question. Among many
 * lines those are taken whose questions hold most of what is asked, and those whose text holds a stem that hardly any
 * question has: what a text says beside that moves few of them, and to weigh it for all takes ten times as long.
 */
final class Candidates {

    /** From so many lines on their texts are not all weighed. */
    private static final int MANY = 20_000;

    /** A stem of fewer questions than this is looked for in the texts as well. */
    private static final int FEW = 10;

    private final QuestionIndex lines;
    private final Optional<StemPostings> holders;

    Candidates(QuestionIndex lines) {
        this.lines = lines;
        holders = lines.all().size() < MANY
                ? Optional.empty()
                : Optional.of(new StemPostings(lines.all(), lines.stems().size()));
    }

    List<Candidate> of(ParsedQuery reading, QueryFeatures asked) {
        return holders.map(many -> amongMany(reading, asked, many))
                .orElseGet(() -> lines.postings().best(reading));
    }

    private List<Candidate> amongMany(ParsedQuery reading, QueryFeatures asked, StemPostings many) {
        List<String> ofTexts = reading.stems().keySet().stream()
                .filter(lines.stems()::has)
                .filter(stem -> many.count(lines.stems().of(stem)) < FEW)
                .toList();
        IntStream byText = lines.postings().bestByText(ofTexts).stream().mapToInt(Candidate::place);
        int[] places = IntStream.concat(Arrays.stream(many.best(asked.weights(), LuceneIndex.MOST)), byText)
                .sorted()
                .distinct()
                .toArray();
        double[] texts = scoresOfTexts(reading, asked, places);
        return IntStream.range(0, places.length)
                .mapToObj(i -> {
                    IndexedQuestion line = lines.all().get(places[i]);
                    double question = many.share(places[i]) * asked.weightOf(asked.held(line));
                    return new Candidate(places[i], LuceneIndex.QUESTION_BOOST * question + texts[i]);
                })
                .toList();
    }

    private double[] scoresOfTexts(ParsedQuery reading, QueryFeatures asked, int[] places) {
        List<BitSet> held = Arrays.stream(places)
                .mapToObj(place -> asked.held(lines.all().get(place).article()))
                .toList();
        return lines.postings().scoresOfTexts(reading, places, stem -> {
            int place = asked.place(stem);
            return IntStream.range(0, places.length)
                    .filter(i -> place >= 0 && held.get(i).get(place))
                    .toArray();
        });
    }
}
