package id.pendopo.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * An immutable index in memory: Lucene finds candidates, then each is compared with the question by stems, letters and
 * coverage. Any thread may search; a change of articles means a new index.
 */
public final class SearchIndex {

    private static final int CANDIDATES = 120;
    private static final int MOST_CLAUSES = 200;
    private static final float QUESTION_BOOST = 2;

    /** A word that occurs once in a text of average length scores its rarity divided by this (BM25 with k1 = 1.2). */
    private static final double BM25_DAMPING = 2.2;

    private final List<Line> lines;
    private final Likenesses byStem;
    private final Likenesses byLetter;
    private final Rarity rarity;
    private final Rarity letterRarity;
    private final Rarity lineRarity;
    private final Optional<Subjects> subjects;
    private final QuestionReader reader;
    private final IndexSearcher searcher;
    private final Map<String, String> serviceOf = new HashMap<>();

    /** Builds the index; 1,500 articles take about a second. */
    public SearchIndex(List<Passage> passages, Lexicon lexicon) {
        Stems stems = new Stems();
        AspectWords aspects = new AspectWords();
        Emphasis emphasis = new Emphasis(passages.stream().anyMatch(Passage::fielded), aspects);
        Lines counted = new Lines(passages, lexicon, stems, emphasis, aspects.words());
        lines = counted.all();
        byStem = new Likenesses(lines.stream().map(Line::byStem).toList());
        byLetter = new Likenesses(lines.stream().map(Line::byLetter).toList());
        rarity = counted.rarity();
        letterRarity = counted.letterRarity();
        lineRarity = counted.lineRarity();
        subjects = counted.subjects();
        reader = new QuestionReader(lexicon, counted, stems, aspects, emphasis);
        searcher = lucene(lines, stems);
        passages.forEach(passage -> serviceOf.put(passage.id(), passage.service()));
    }

    /**
     * The articles that may answer, best first.
     *
     * @param about the article that the conversation was about; it and its service are preferred
     */
    public Findings search(String text, Optional<String> about) {
        Reading reading = reader.read(text);
        if (reading.concepts().isEmpty()) {
            return new Findings(List.of(), reading.aspect(), false);
        }
        Asked asked = Asked.of(reading, rarity, letterRarity);
        double self = ownScore(reading);
        Comparison comparison = new Comparison(asked, subjects, about, about.map(serviceOf::get));
        double[] stems = byStem.with(asked.byStem());
        double[] letters = byLetter.with(asked.byLetter());
        Map<String, Hit> best = new HashMap<>();
        for (ScoreDoc candidate : candidates(query(reading))) {
            int number = candidate.doc;
            double bm25 = Math.min(1, candidate.score / self);
            Hit hit = comparison.with(lines.get(number), bm25, stems[number], letters[number]);
            best.merge(hit.id(), hit, (a, b) -> a.score() >= b.score() ? a : b);
        }
        List<Hit> hits = best.values().stream()
                .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::id))
                .toList();
        return new Findings(hits, reading.aspect(), !reading.telling().isEmpty());
    }

    private ScoreDoc[] candidates(BooleanQuery query) {
        try {
            return searcher.search(query, CANDIDATES).scoreDocs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BooleanQuery query(Reading reading) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        reading.stems().entrySet().stream().limit(MOST_CLAUSES / 2).forEach(term -> {
            float weight = term.getValue().floatValue();
            query.add(clause("question", term.getKey(), QUESTION_BOOST * weight), BooleanClause.Occur.SHOULD);
            query.add(clause("body", term.getKey(), weight), BooleanClause.Occur.SHOULD);
        });
        return query.build();
    }

    private static BoostQuery clause(String field, String stem, float weight) {
        return new BoostQuery(new TermQuery(new Term(field, stem)), weight);
    }

    /** What the question would score against a text that says exactly this. */
    private double ownScore(Reading reading) {
        double tells = reading.concepts().stream()
                .mapToDouble(concept -> concept.stems().entrySet().stream()
                        .mapToDouble(stem -> stem.getValue() * lineRarity.of(stem.getKey()))
                        .max()
                        .orElse(0))
                .sum();
        return Math.max(1e-6, (QUESTION_BOOST + 1) * tells / BM25_DAMPING);
    }

    /** One segment, so that a document's number is the line's place in the list. */
    private static IndexSearcher lucene(List<Line> lines, Stems stems) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(stems.analyzer()))) {
                for (Line line : lines) {
                    Document document = new Document();
                    document.add(new TextField("question", String.join(" ", line.words()), Field.Store.NO));
                    String body = String.join(" ", Tokens.of(line.passage().body()));
                    document.add(new TextField("body", body, Field.Store.NO));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            return new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
