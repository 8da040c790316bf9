package id.pendopo.knowledge.cli;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.CorpusLine;
import id.pendopo.knowledge.corpus.Sheet;
import id.pendopo.knowledge.language.ScopeModel;
import id.pendopo.knowledge.language.WordVectors;
import id.pendopo.knowledge.search.Findings;
import id.pendopo.knowledge.search.Gate;
import id.pendopo.knowledge.search.Hit;
import id.pendopo.knowledge.search.Passage;
import id.pendopo.knowledge.search.Ranking;
import id.pendopo.knowledge.search.Scope;
import id.pendopo.knowledge.search.SearchIndex;
import id.pendopo.knowledge.search.SentenceReranker;
import id.pendopo.knowledge.text.Lexicon;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the gate learns from: every line of the corpus asked of the shipped articles, and each service's questions of all
 * articles but its own. What tells the scope of a line has never seen its service, or the line.
 */
final class GateTrials {

    private static final int FOLDS = 5;

    private final Lexicon lexicon = Lexicon.shipped();
    private final CivicCorpus corpus;
    private final Stages stages;
    private final List<Scope> scopes;

    /** Where a trial's line comes from. */
    enum Origin {
        QUESTION(0.6),
        QUESTION_WITHOUT_ITS_SERVICE(0.04),
        OUTSIDE(0.14),
        OUTSIDE_NAMED(0.06),
        ACT(0.06),
        COMPLAINT(0.1);

        /** Of what reaches the articles; about four in ten have no answer there, few of these for want of an article. */
        private final double share;

        Origin(double share) {
            this.share = share;
        }

        double share() {
            return share;
        }
    }

    /** What spoke for an answer, what for the first article, and whether that one was right. */
    record Signs(double[] ofAnAnswer, double[] ofTheRightOne, boolean right) {}

    /** One asked line, after the first stage of the search and after the second. */
    record Trial(Origin origin, Signs byWords, Signs bySentences) {}

    /** The orders of both stages, and the sentence model of the second. */
    record Stages(Ranking first, Ranking second, Embedder sentences) {}

    /** Articles that are asked. */
    private final class Asked {

        private final SearchIndex index;
        private final SentenceReranker reranker;

        Asked(List<Passage> passages, SentenceReranker reranker) {
            index = new SearchIndex(passages, lexicon, WordVectors.shipped(), stages.first());
            this.reranker = reranker;
        }

        Optional<Trial> trial(CorpusLine line, Origin origin) {
            String text = line.cell("text");
            Findings findings = index.search(text, Optional.empty());
            if (findings.hits().isEmpty() || !findings.namesSomething()) {
                return Optional.empty();
            }
            double scope = scopes.get(fold(line)).of(text);
            Predicate<Hit> right = hit -> origin == Origin.QUESTION && hit.id().equals(line.cell("slug"));
            return Optional.of(new Trial(
                    origin,
                    signs(findings.hits(), scope, right),
                    signs(reranker.reranked(text, findings).hits(), scope, right)));
        }

        private static Signs signs(List<Hit> hits, double scope, Predicate<Hit> right) {
            return new Signs(
                    Gate.signsOfAnAnswer(hits, scope), Gate.signsOfTheRightOne(hits), right.test(hits.getFirst()));
        }
    }

    GateTrials(CivicCorpus corpus, Stages stages) {
        this.corpus = corpus;
        this.stages = stages;
        scopes = IntStream.range(0, FOLDS)
                .mapToObj(fold -> ScopeModel.learned(corpus, line -> fold(line) != fold, lexicon))
                .toList();
    }

    /** All lines asked of some articles. */
    List<Trial> all(List<Passage> passages) {
        SentenceReranker reranker = SentenceReranker.over(
                passages,
                CompletableFuture.completedFuture(Optional.of(stages.sentences())),
                stages.first(),
                stages.second());
        reranker.await();
        Asked whole = new Asked(passages, reranker);
        List<Trial> trials = new ArrayList<>();
        for (Map.Entry<Origin, List<CorpusLine>> lines : lines().entrySet()) {
            lines.getValue().forEach(line -> whole.trial(line, lines.getKey()).ifPresent(trials::add));
        }
        Map<String, String> services =
                passages.stream().collect(Collectors.toMap(Passage::id, Passage::service, (one, same) -> one));
        corpus.lines(Sheet.QUESTIONS).stream()
                .collect(Collectors.groupingBy(line -> services.getOrDefault(line.cell("slug"), "")))
                .forEach((service, lines) -> {
                    List<Passage> others = passages.stream()
                            .filter(passage -> !passage.service().equals(service))
                            .toList();
                    trials.addAll(unanswered(new Asked(others, reranker), lines));
                });
        return trials;
    }

    private Map<Origin, List<CorpusLine>> lines() {
        return new EnumMap<>(Map.of(
                Origin.QUESTION, corpus.lines(Sheet.QUESTIONS),
                Origin.OUTSIDE, corpus.lines(Sheet.OUTSIDE),
                Origin.OUTSIDE_NAMED, corpus.lines(Sheet.NAMED_OUTSIDE),
                Origin.COMPLAINT, corpus.lines(Sheet.COMPLAINTS),
                Origin.ACT,
                        corpus.lines(Sheet.ACTS).stream()
                                .filter(line -> !line.cell("label").equals("question"))
                                .toList()));
    }

    private static List<Trial> unanswered(Asked others, List<CorpusLine> questions) {
        return questions.stream()
                .flatMap(line -> others.trial(line, Origin.QUESTION_WITHOUT_ITS_SERVICE).stream())
                .toList();
    }

    /** All questions to a service are in one fold: its file is what stands before the line's number. */
    private static int fold(CorpusLine line) {
        String group = line.sheet() == Sheet.QUESTIONS ? line.place().replaceAll(":\\d+$", "") : line.cell("text");
        return Math.floorMod(group.hashCode() * 31, FOLDS);
    }
}
