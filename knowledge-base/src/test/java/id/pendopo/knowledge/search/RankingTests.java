package id.pendopo.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.pendopo.knowledge.search.Hit.Likeness;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RankingTests {

    private static final Likeness FULL = new Likeness(1, 1, 1, 1, 1, 1, 1, 1);

    @Test
    void theShippedOneCountsEveryLikenessAndTheyAddUpToOne() {
        Ranking shipped = Ranking.shipped();

        assertThat(shipped.weights()).hasSameSizeAs(FULL.figures());
        assertThat(Arrays.stream(shipped.weights()).boxed()).allMatch(weight -> weight > 0);
        assertThat(shipped.score(FULL)).isCloseTo(1, within(0.03));
    }

    @Test
    void halfwayLiesInTheMiddle() {
        Ranking one = new Ranking(new double[] {1, 0, 0, 0, 0, 0, 0, 0});
        Ranking other = new Ranking(new double[] {0, 0, 0, 0, 0, 0, 0, 1});

        assertThat(one.halfway(other).weights()).containsExactly(0.5, 0, 0, 0, 0, 0, 0, 0.5);
    }
}
