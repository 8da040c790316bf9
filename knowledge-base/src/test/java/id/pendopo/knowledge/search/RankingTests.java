package id.pendopo.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.pendopo.knowledge.search.Hit.Likeness;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RankingTests {

    private static final Likeness BY_WORDS = new Likeness(1, 1, 1, 1, 1, 1, 1, 1, 0);
    private static final Likeness FULL = BY_WORDS.comparedBySentence(1);

    @Test
    void theShippedOneCountsEveryLikenessAndTheyAddUpToOne() {
        Ranking shipped = Ranking.shipped();

        assertThat(shipped.weights()).hasSameSizeAs(FULL.figures());
        assertThat(Arrays.stream(shipped.weights()).limit(8).boxed()).allMatch(weight -> weight > 0);
        assertThat(shipped.score(BY_WORDS)).isCloseTo(1, within(0.03));
        assertThat(shipped.score(FULL)).isEqualTo(shipped.score(BY_WORDS));
    }

    @Test
    void afterTheSecondStageTheSentenceCountsMoreThanAnyWords() {
        Ranking shipped = Ranking.shippedWithSentences();

        assertThat(shipped.weights()).hasSameSizeAs(FULL.figures());
        assertThat(Arrays.stream(shipped.weights()).boxed()).allMatch(weight -> weight > 0);
        assertThat(Arrays.stream(shipped.weights()).max()).hasValue(shipped.weights()[8]);
        assertThat(shipped.score(FULL)).isCloseTo(1, within(0.03));
    }

    @Test
    void halfwayLiesInTheMiddle() {
        Ranking one = new Ranking(new double[] {1, 0, 0, 0, 0, 0, 0, 0, 0});
        Ranking other = new Ranking(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 1});

        assertThat(one.halfway(other).weights()).containsExactly(0.5, 0, 0, 0, 0, 0, 0, 0, 0.5);
    }
}
