package id.pendopo.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.language.WordVectors;
import id.pendopo.knowledge.text.Lexicon;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentenceRerankerTests {

    private static final List<Passage> ARTICLES = List.of(
            article("thief", "Dompet diambil pencuri di pasar"),
            article("closed", "Dompet digital ditutup di pasar"),
            article("passport", "Perpanjangan paspor yang habis masa berlakunya"));
    private static final String OPEN = "dompet di pasar lenyap oleh copet";

    private final SearchIndex index = new SearchIndex(ARTICLES, Lexicon.shipped(), WordVectors.shipped());
    private final Thieves thieves = new Thieves(new CountDownLatch(0));

    /** An embedder that knows no difference but whether a text speaks of thieves. */
    private record Thieves(CountDownLatch allowed, List<String> asked) implements Embedder {

        Thieves(CountDownLatch allowed) {
            this(allowed, Collections.synchronizedList(new ArrayList<>()));
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public float[] embed(String text) {
            try {
                allowed.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            asked.add(text);
            return text.contains("copet") || text.contains("pencuri") ? new float[] {1, 0} : new float[] {0, 1};
        }
    }

    @Test
    void whatMeansTheSameComesFirst() {
        SentenceReranker reranker = ready(thieves);

        Findings found = found("dompet ditutup oleh copet di pasar");
        Findings again = reranker.reranked("dompet ditutup oleh copet di pasar", found);

        assertThat(found.hits().getFirst().id()).isEqualTo("closed");
        assertThat(again.hits().getFirst().id()).isEqualTo("thief");
        assertThat(again.hits()).hasSameSizeAs(found.hits());
        assertThat(again.hits().getFirst().likeness().sentence()).isCloseTo(1, within(1e-6));
        assertThat(found.compared()).isFalse();
        assertThat(again.compared()).isTrue();
    }

    @Test
    void theArticleOfAConversationKeepsWhatItGained() {
        Findings found = index.search(OPEN, Optional.of("closed"));

        Hit again = ready(thieves).reranked(OPEN, found).hits().stream()
                .filter(hit -> hit.id().equals("closed"))
                .findFirst()
                .orElseThrow();

        assertThat(again.score()).isCloseTo(Ranking.shippedWithSentences().score(again.likeness()) + 0.1, within(1e-9));
    }

    @Test
    void whileTheArticlesAreNotComparedYetTheFirstStageStands() {
        CountDownLatch allowed = new CountDownLatch(1);
        SentenceReranker reranker = SentenceReranker.over(ARTICLES, new Thieves(allowed));
        Gate gate = new Gate(_ -> 0.5, Optional.of(reranker));
        Findings found = found(OPEN);

        assertThat(gate.settled()).isFalse();
        assertThat(reranker.reranked(OPEN, found)).isEqualTo(found);

        allowed.countDown();
        reranker.await();

        assertThat(gate.settled()).isTrue();
        assertThat(reranker.reranked(OPEN, found)).isNotEqualTo(found);
    }

    @Test
    void aModelThatFailsLeavesTheFirstStage() {
        SentenceReranker reranker = SentenceReranker.over(ARTICLES, new Embedder() {

            @Override
            public int dimensions() {
                return 2;
            }

            @Override
            public float[] embed(String text) {
                throw new IllegalStateException("broken");
            }
        });
        Findings found = found(OPEN);

        assertThat(new Gate(_ -> 0.5, Optional.of(reranker)).reranked(OPEN, found, Optional.empty()))
                .isEqualTo(found);
    }

    @Test
    void onlyWhatIsOpenIsLookedAtTwice() {
        Gate gate = new Gate(_ -> 0.99, Optional.of(ready(thieves)));
        thieves.asked().clear();

        gate.judge(
                "perpanjangan paspor yang habis masa berlakunya",
                found("perpanjangan paspor yang habis masa berlakunya"),
                Optional.empty());
        assertThat(thieves.asked()).isEmpty();

        gate.judge(OPEN, found(OPEN), Optional.empty());
        assertThat(thieves.asked()).containsExactly(OPEN);
    }

    @Test
    void whatWasLookedAtTwiceIsNotLookedAtAgain() {
        Gate gate = new Gate(_ -> 0.99, Optional.of(ready(thieves)));
        Findings again = gate.reranked(OPEN, found(OPEN), Optional.empty());

        assertThat(gate.reranked(OPEN, again, Optional.empty())).isSameAs(again);
        assertThat(gate.judge(OPEN, again, Optional.empty()))
                .isEqualTo(gate.judge(OPEN, found(OPEN), Optional.empty()));
    }

    @Test
    void tooManyLinesAreNotCompared() {
        List<Passage> many = IntStream.range(0, 20_001)
                .mapToObj(i -> article("a" + i, "Dompet " + i))
                .toList();

        SentenceReranker reranker = SentenceReranker.over(many, thieves);
        reranker.await();

        assertThat(reranker.reranked(OPEN, found(OPEN)).compared()).isFalse();
        assertThat(thieves.asked()).isEmpty();
    }

    private Findings found(String text) {
        return index.search(text, Optional.empty());
    }

    private static SentenceReranker ready(Embedder embedder) {
        SentenceReranker reranker = SentenceReranker.over(ARTICLES, embedder);
        reranker.await();
        return reranker;
    }

    private static Passage article(String id, String title) {
        return new Passage(id, id, List.of(title), "", false);
    }
}
