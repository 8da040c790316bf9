package id.pendopo.knowledge.fitting;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.search.Findings;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.Ranking;
import id.pendopo.knowledge.search.SearchIndex;
import id.pendopo.knowledge.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cross-validation by the articles' own lines (leave-one-out): each example line is asked of the articles without it. Of an
 * article of up to five examples one is left out at a time. A title alone teaches nothing: how it is found by its text says little
 * of how citizens' words find it.
 */
final class OwnLines {

    private static final int FOLDS = 5;

    /** So many lines are asked at most: more teach hardly anything and take minutes. */
    private static final int MOST = 1_000;

    private final List<Passage> passages;
    private final Lexicon lexicon;
    private final Embedder embedder;

    /** What a line of an article found. */
    record Asked(Passage article, Findings findings) {

        /** The likenesses of all articles that were found, the right one first; empty if it was not, or alone. */
        Optional<List<double[]>> trial() {
            List<double[]> figures = new ArrayList<>();
            findings.hits().stream()
                    .filter(hit -> !hit.id().equals(article.id()))
                    .forEach(hit -> figures.add(hit.likeness().figures()));
            return figures.isEmpty()
                    ? Optional.empty()
                    : findings.hits().stream()
                            .filter(hit -> hit.id().equals(article.id()))
                            .findFirst()
                            .map(hit -> Stream.concat(Stream.of(hit.likeness().figures()), figures.stream())
                                    .toList());
        }
    }

    /** One line that is asked in its fold; its place among the article's questions, behind the title. */
    private record Held(Passage passage, int place) {

        int fold() {
            return foldOf(place);
        }
    }

    OwnLines(List<Passage> passages, Lexicon lexicon, Embedder embedder) {
        this.passages = passages;
        this.lexicon = lexicon;
        this.embedder = embedder;
    }

    /** Asks each line. */
    List<Asked> asked(Ranking ranking) {
        List<Held> all = held();
        double every = Math.max(1, all.size() / (double) MOST);
        List<Asked> asked = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int now = fold;
            SearchIndex index = new SearchIndex(without(now), lexicon, embedder, ranking);
            IntStream.range(0, all.size())
                    .filter(i -> all.get(i).fold() == now && Math.floor(i / every) > Math.floor((i - 1) / every))
                    .mapToObj(all::get)
                    .map(held -> asked(held, index))
                    .filter(line -> !line.findings().hits().isEmpty())
                    .forEach(asked::add);
        }
        return asked;
    }

    private static Asked asked(Held held, SearchIndex index) {
        String line = held.passage().questions().get(held.place());
        return new Asked(held.passage(), index.search(line, Optional.empty()));
    }

    private List<Held> held() {
        return passages.stream()
                .flatMap(passage ->
                        IntStream.range(1, passage.questions().size()).mapToObj(place -> new Held(passage, place)))
                .toList();
    }

    private static int foldOf(int place) {
        return (place - 1) % FOLDS;
    }

    private List<Passage> without(int fold) {
        return passages.stream()
                .map(passage -> with(
                        passage,
                        IntStream.range(0, passage.questions().size())
                                .filter(place -> place == 0 || foldOf(place) != fold)
                                .mapToObj(passage.questions()::get)
                                .toList()))
                .toList();
    }

    private static Passage with(Passage passage, List<String> questions) {
        return new Passage(
                passage.id(), passage.service(), questions, passage.body(), passage.fielded(), passage.directory());
    }
}
