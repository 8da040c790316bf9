package id.pendopo.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StemPostingsTests {

    private static final int STEMS = 500;
    private static final int MOST = 120;
    private static final ArticleTerms ARTICLE = new ArticleTerms("a", "");

    /** More lines than are summed up at once; stem 0 stands in nearly all, the last ones in few. */
    private final List<IndexedQuestion> lines = lines(80_000);

    private final StemPostings holders = new StemPostings(lines, STEMS);

    @Test
    void findsTheSameAsWhoComparesWithEveryLine() {
        Map<Integer, Double> asked = Map.of(0, 0.1, 1, 0.3, 7, 1.5, 90, 3.0, 333, 4.0, 499, 6.0);
        List<Integer> all = IntStream.range(0, lines.size())
                .filter(place -> score(place, asked) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -score(place, asked)))
                .limit(MOST)
                .toList();

        List<Integer> found = IntStream.of(holders.best(asked, MOST)).boxed().toList();

        assertThat(found).isSorted().hasSize(MOST).doesNotHaveDuplicates();
        assertThat(rounded(found, asked)).isEqualTo(rounded(all, asked));
    }

    @Test
    void takesTheFirstWhereAllHoldTheSame() {
        IndexedWord word = new IndexedWord("", new int[] {1, 2}, new int[0], 1);
        List<IndexedQuestion> same =
                Collections.nCopies(80_000, new IndexedQuestion(ARTICLE, List.of(word), new float[0], 1, 1, 1));

        int[] found = new StemPostings(same, STEMS).best(Map.of(1, 2.0, 2, 1.0), MOST);

        assertThat(found).isEqualTo(IntStream.range(0, MOST).toArray());
    }

    @Test
    void findsFewWhereFewHoldAnything() {
        int rarest = IntStream.range(0, STEMS)
                .filter(stem -> holders.count(stem) > 0)
                .boxed()
                .min(Comparator.comparingInt(holders::count))
                .orElseThrow();
        assertThat(holders.best(Map.of(rarest, 1.0), MOST)).hasSize(Math.min(MOST, holders.count(rarest)));
        assertThat(holders.best(Map.of(), MOST)).isEmpty();
    }

    private double score(int place, Map<Integer, Double> asked) {
        double held = lines.get(place).words().stream()
                .map(word -> word.stems()[0])
                .distinct()
                .mapToDouble(stem -> asked.getOrDefault(stem, 0.0))
                .sum();
        return holders.share(place) * held;
    }

    private List<Long> rounded(List<Integer> places, Map<Integer, Double> asked) {
        return places.stream()
                .map(place -> Math.round(score(place, asked) * 1e4))
                .sorted()
                .toList();
    }

    private static List<IndexedQuestion> lines(int count) {
        Random random = new Random(11);
        List<IndexedQuestion> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<IndexedWord> words = new ArrayList<>();
            for (int j = 2 + random.nextInt(9); j > 0; j--) {
                int stem = (int) Math.pow(STEMS, random.nextDouble()) - 1;
                words.add(new IndexedWord("", new int[] {stem}, new int[0], 1));
            }
            lines.add(new IndexedQuestion(ARTICLE, words, new float[0], 1, 1, 1));
        }
        return lines;
    }
}
