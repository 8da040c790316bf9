package id.pendopo.knowledge.fitting;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.search.Findings;
import id.pendopo.knowledge.search.Gate;
import id.pendopo.knowledge.search.Judgement;
import id.pendopo.knowledge.search.Judgement.Outcome;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.SearchIndex;
import id.pendopo.knowledge.text.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One embedder that knows what each word is about and one that knows nothing, with articles that share few words. */
class EmbedderFitTests {

    private static final int ARTICLES = 16;
    private static final int LINES = 5;

    /** Words that tell nothing of an article here. */
    private static final List<String> ANYWHERE = List.of("loket", "petugas", "kantor", "surat", "warga", "layanan");

    private static final int MEANING = 7;

    private final Random random = new Random(7);
    private final Map<String, Integer> about = new HashMap<>();
    private final Map<Integer, String> topics = new HashMap<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Asked> later = new ArrayList<>();
    private final Embedder oracle = new Oracle();
    private final Embedder noise = new Noise();

    /** A question that nobody has asked before, and its article. */
    private record Asked(String text, String id) {}

    EmbedderFitTests() {
        for (int article = 0; article < ARTICLES; article++) {
            List<String> lines = new ArrayList<>();
            for (int line = 0; line <= LINES; line++) {
                lines.add(line(article));
            }
            passages.add(new Passage("article-" + article, "service-" + article, lines, "Datang ke kantor.", true));
            later.add(new Asked(line(article), "article-" + article));
            later.add(new Asked(line(article), "article-" + article));
        }
    }

    /** A word that stands anywhere, one of the article's that no other line has, and one that others of it have, or of another. */
    private String line(int article) {
        String own = word();
        about.put(own, article);
        int spokenOf = random.nextInt(3) == 0 ? random.nextInt(ARTICLES) : article;
        String others = topics.computeIfAbsent(spokenOf, _ -> word());
        return ANYWHERE.get(random.nextInt(ANYWHERE.size())) + " " + others + " " + own;
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private final class Oracle implements Embedder {

        @Override
        public int dimensions() {
            return ARTICLES;
        }

        @Override
        public float[] embed(String text) {
            float[] vector = new float[ARTICLES];
            for (String word : text.split(" ")) {
                Optional.ofNullable(about.get(word)).ifPresent(article -> vector[article] = 1);
            }
            return vector;
        }
    }

    private static final class Noise implements Embedder {

        @Override
        public int dimensions() {
            return ARTICLES;
        }

        @Override
        public float[] embed(String text) {
            Random chance = new Random(text.hashCode());
            float[] vector = new float[ARTICLES];
            double length = 0;
            for (int i = 0; i < ARTICLES; i++) {
                vector[i] = (float) chance.nextGaussian();
                length += vector[i] * vector[i];
            }
            for (int i = 0; i < ARTICLES; i++) {
                vector[i] /= (float) Math.sqrt(length);
            }
            return vector;
        }
    }

    private SearchWeights learned(Embedder embedder) {
        return new EmbedderFit(Lexicon.shipped(), embedder).over(passages);
    }

    private long first(Embedder embedder, SearchWeights weights, List<Asked> questions) {
        SearchIndex index = new SearchIndex(passages, Lexicon.shipped(), embedder, weights.ranking());
        return questions.stream()
                .filter(asked -> index.search(asked.text(), Optional.empty()).hits().stream()
                        .findFirst()
                        .filter(hit -> hit.id().equals(asked.id()))
                        .isPresent())
                .count();
    }

    private long answered(Embedder embedder, SearchWeights weights, boolean rightly) {
        SearchIndex index = new SearchIndex(passages, Lexicon.shipped(), embedder, weights.ranking());
        Gate gate = new Gate(_ -> 0.99, Optional.empty(), weights.gate());
        return later.stream()
                .filter(asked -> {
                    Findings findings = index.search(asked.text(), Optional.empty());
                    Judgement judged = gate.judge(asked.text(), findings, Optional.empty());
                    return judged.outcome() == Outcome.ANSWER
                            && judged.choices().getFirst().id().equals(asked.id()) == rightly;
                })
                .count();
    }

    @Test
    void whatKnowsTheMeaningComesToCountAndFindsMore() {
        SearchWeights shipped = SearchWeights.shipped();
        SearchWeights learned = learned(oracle);

        assertThat(learned.ranking().weights()[MEANING])
                .isGreaterThan(3 * shipped.ranking().weights()[MEANING]);
        assertThat(first(oracle, shipped, later)).isLessThan(later.size() * 2 / 3);
        assertThat(first(oracle, learned, later)).isGreaterThan(later.size() * 4 / 5);
        assertThat(answered(oracle, learned, true)).isGreaterThan(answered(oracle, shipped, true));
        assertThat(learned.gate().answerable())
                .as("own lines teach nothing of what asks no desk")
                .isEqualTo(shipped.gate().answerable());
        assertThat(answered(oracle, learned, false)).isLessThanOrEqualTo(answered(oracle, shipped, false));
    }

    @Test
    void whatKnowsNothingCountsForNothingAndSpoilsNothing() {
        SearchWeights shipped = SearchWeights.shipped();
        SearchWeights learned = learned(noise);

        assertThat(learned.ranking().weights()[MEANING]).isLessThan(0.02);
        assertThat(first(noise, learned, later)).isGreaterThanOrEqualTo(first(noise, shipped, later));
        assertThat(answered(noise, learned, false)).isLessThanOrEqualTo(answered(noise, shipped, false));
    }

    @Test
    void fewLinesTeachNothing() {
        SearchWeights learned = new EmbedderFit(Lexicon.shipped(), oracle).over(passages.subList(0, 3));

        assertThat(learned.same(SearchWeights.shipped())).isTrue();
    }
}
