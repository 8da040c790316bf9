package id.pendopo.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.pendopo.knowledge.language.WordVectors;
import id.pendopo.knowledge.search.LuceneIndex.Candidate;
import id.pendopo.knowledge.text.AspectWords;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.knowledge.text.Stems;
import id.pendopo.knowledge.text.TermWeights;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Among so many lines that their texts are not all weighed. */
class CandidatesTests {

    private static final Stems STEMS = new Stems();
    private static final AspectWords ASPECTS = new AspectWords();
    private static final TermWeights EMPHASIS = new TermWeights(false, ASPECTS);
    private static final QuestionIndex LINES = new QuestionIndex(
            IntStream.range(0, 21_000).mapToObj(CandidatesTests::passage).toList(),
            Lexicon.shipped(),
            WordVectors.shipped(),
            STEMS,
            EMPHASIS,
            Set.of());

    private final QueryParser reader = new QueryParser(Lexicon.shipped(), LINES, STEMS, ASPECTS, EMPHASIS);
    private final Candidates candidates = new Candidates(LINES);

    @ParameterizedTest
    @ValueSource(ints = {3, 9_876, 20_999})
    void holdTheRightOneThoughAllShareMostOfItsWords(int number) {
        assertThat(ids("berapa biaya layanan surat di desa " + name(number))).contains("p" + number);
    }

    @Test
    void holdWhatOnlyATextSays() {
        assertThat(ids("surat kalpataru")).contains("p777");
    }

    @Test
    void areScoredAsIfAllTextsHadBeenWeighed() {
        ParsedQuery reading = reader.read("biaya surat kalpataru di loket desa " + name(777));
        Map<Integer, Double> weighed =
                LINES.postings().best(reading).stream().collect(Collectors.toMap(Candidate::place, Candidate::score));

        Map<Integer, Double> found =
                candidates.of(reading, new QueryFeatures(reading, LINES, WordVectors.shipped())).stream()
                        .filter(candidate -> weighed.containsKey(candidate.place()))
                        .collect(Collectors.toMap(Candidate::place, Candidate::score));

        assertThat(found).containsKey(777).hasSizeGreaterThan(50);
        assertThat(found).allSatisfy((place, score) -> assertThat(score).isCloseTo(weighed.get(place), within(1e-4)));
    }

    private List<String> ids(String question) {
        ParsedQuery reading = reader.read(question);
        return candidates.of(reading, new QueryFeatures(reading, LINES, WordVectors.shipped())).stream()
                .map(candidate -> LINES.all().get(candidate.place()).article().id())
                .toList();
    }

    private static Passage passage(int number) {
        String text =
                number == 777 ? "Tunjukkan kalpataru di loket desa." : "Datang ke loket desa " + number % 50 + ".";
        return new Passage("p" + number, "", List.of("Biaya layanan surat desa " + name(number)), text, false);
    }

    /** A word for each number, none a slip of the finger away from another. */
    private static String name(int number) {
        return Integer.toString(number, 20)
                .chars()
                .mapToObj(digit -> "bcdfghjklmnpqrstvwxz".charAt(Character.digit(digit, 20)))
                .map(letter -> letter + "ao" + letter)
                .collect(Collectors.joining());
    }
}
