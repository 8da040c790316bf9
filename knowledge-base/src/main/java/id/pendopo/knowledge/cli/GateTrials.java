package id.pendopo.knowledge.cli;

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
import id.pendopo.knowledge.text.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final List<Passage> passages;
    private final Ranking ranking;
    private final Map<String, String> services;
    private final List<Scope> scopes;
    private final List<Trial> trials = new ArrayList<>();

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

    /** One asked line: what spoke for an answer, what for the first article, and whether that one was right. */
    record Trial(Origin origin, double[] signsOfAnAnswer, double[] signsOfTheRightOne, boolean right) {}

    GateTrials(List<Passage> passages, CivicCorpus corpus, Ranking ranking) {
        this.passages = passages;
        this.ranking = ranking;
        this.corpus = corpus;
        services = passages.stream().collect(Collectors.toMap(Passage::id, Passage::service, (one, same) -> one));
        scopes = IntStream.range(0, FOLDS)
                .mapToObj(fold -> ScopeModel.learned(corpus, line -> fold(line) != fold, lexicon))
                .toList();
    }

    List<Trial> all() {
        SearchIndex whole = new SearchIndex(passages, lexicon, WordVectors.shipped(), ranking);
        corpus.lines(Sheet.QUESTIONS).forEach(line -> ask(whole, line, Origin.QUESTION));
        corpus.lines(Sheet.OUTSIDE).forEach(line -> ask(whole, line, Origin.OUTSIDE));
        corpus.lines(Sheet.NAMED_OUTSIDE).forEach(line -> ask(whole, line, Origin.OUTSIDE_NAMED));
        corpus.lines(Sheet.COMPLAINTS).forEach(line -> ask(whole, line, Origin.COMPLAINT));
        corpus.lines(Sheet.ACTS).stream()
                .filter(line -> !line.cell("label").equals("question"))
                .forEach(line -> ask(whole, line, Origin.ACT));
        corpus.lines(Sheet.QUESTIONS).stream()
                .collect(Collectors.groupingBy(line -> services.getOrDefault(line.cell("slug"), "")))
                .forEach(this::askWithout);
        return trials;
    }

    private void askWithout(String service, List<CorpusLine> questions) {
        SearchIndex index = new SearchIndex(
                passages.stream()
                        .filter(passage -> !passage.service().equals(service))
                        .toList(),
                lexicon,
                WordVectors.shipped(),
                ranking);
        questions.forEach(line -> ask(index, line, Origin.QUESTION_WITHOUT_ITS_SERVICE));
    }

    private void ask(SearchIndex index, CorpusLine line, Origin origin) {
        String text = line.cell("text");
        Findings findings = index.search(text, Optional.empty());
        List<Hit> hits = findings.hits();
        if (!hits.isEmpty() && findings.namesSomething()) {
            trials.add(new Trial(
                    origin,
                    Gate.signsOfAnAnswer(hits, scopes.get(fold(line)).of(text)),
                    Gate.signsOfTheRightOne(hits),
                    origin == Origin.QUESTION && hits.getFirst().id().equals(line.cell("slug"))));
        }
    }

    /** All questions to a service are in one fold: its file is what stands before the line's number. */
    private static int fold(CorpusLine line) {
        String group = line.sheet() == Sheet.QUESTIONS ? line.place().replaceAll(":\\d+$", "") : line.cell("text");
        return Math.floorMod(group.hashCode() * 31, FOLDS);
    }
}
