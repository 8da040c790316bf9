package id.pendopo.knowledge.search;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.search.LuceneIndex.Candidate;
import id.pendopo.knowledge.text.AspectWords;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.knowledge.text.Stems;
import id.pendopo.knowledge.text.TermWeights;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Immutable in-memory search index with retrieval and re-ranking: Lucene finds candidates, then each is compared with
 * the question by stems, letters and coverage. Any thread may search; a change of articles means a new index.
 */
public final class SearchIndex {

    private final Embedder embedder;
    private final Ranking ranking;
    private final QuestionIndex lines;
    private final Candidates candidates;
    private final SemanticSimilarity meanings;
    private final QueryParser reader;

    /** Builds the index; 1,500 articles take about a second. The passages are read more than once and not kept. */
    public SearchIndex(List<Passage> passages, Lexicon lexicon, Embedder embedder) {
        this(passages, lexicon, embedder, Ranking.shipped());
    }

    /** The same with another order of what is found. */
    public SearchIndex(List<Passage> passages, Lexicon lexicon, Embedder embedder, Ranking ranking) {
        this.embedder = embedder;
        this.ranking = ranking;
        Stems stems = new Stems();
        AspectWords aspects = new AspectWords();
        TermWeights emphasis = new TermWeights(passages.stream().anyMatch(Passage::fielded), aspects);
        lines = new QuestionIndex(passages, lexicon, embedder, stems, emphasis, aspects.words());
        meanings = new SemanticSimilarity(lines.all());
        candidates = new Candidates(lines);
        reader = new QueryParser(lexicon, lines, stems, aspects, emphasis);
    }

    /**
     * The articles that may answer, best first.
     *
     * @param about the article that the conversation was about; it and its service are preferred
     */
    public Findings search(String text, Optional<String> about) {
        ParsedQuery reading = reader.read(text);
        if (reading.concepts().isEmpty()) {
            return new Findings(List.of(), reading.aspect(), reading.reports(), false, false);
        }
        double self = LuceneIndex.ownScore(reading, lines.lineRarity());
        QueryFeatures asked = new QueryFeatures(reading, lines, embedder);
        CandidateScorer comparison =
                new CandidateScorer(ranking, meanings, asked, lines.subjects(), about, about.flatMap(lines::serviceOf));
        Map<String, Hit> best = new HashMap<>();
        for (Candidate candidate : candidates.of(reading, asked)) {
            IndexedQuestion line = lines.all().get(candidate.place());
            if (!comparison.mayBeMeant(line.article())) {
                continue;
            }
            double bm25 = Math.min(1, candidate.score() / self);
            Hit hit = comparison.with(line, bm25);
            best.merge(hit.id(), hit, (a, b) -> a.score() >= b.score() ? a : b);
        }
        List<Hit> hits = best.values().stream()
                .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id))
                .toList();
        return new Findings(
                hits, reading.aspect(), reading.reports(), !reading.telling().isEmpty(), reading.namesMore());
    }
}
