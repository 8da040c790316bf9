package id.pendopo.knowledge.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Full-text index by Lucene (BM25) of all lines, in memory, which finds the few that are worth comparing. */
final class LuceneIndex {

    /** At most so many candidates by what their questions hold. */
    static final int MOST = 120;

    private static final String QUESTION = "question";
    private static final String BODY = "body";
    private static final int MOST_STEMS = 100;
    static final float QUESTION_BOOST = 2;

    /** A word that occurs once in a text of average length scores its rarity divided by this (BM25 with k1 = 1.2). */
    private static final double BM25_DAMPING = 2.2;

    private final IndexSearcher searcher;

    /** A line, by its place in the order in which they were added, with its score. */
    record Candidate(int place, double score) {}

    private LuceneIndex(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** The lines that score best by questions and text. */
    List<Candidate> best(ParsedQuery reading) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Map.Entry<String, Double> stem : searched(reading)) {
            float weight = stem.getValue().floatValue();
            query.add(clause(QUESTION, stem.getKey(), QUESTION_BOOST * weight));
            query.add(clause(BODY, stem.getKey(), weight));
        }
        return best(query.build(), MOST);
    }

    /** Lines whose text holds one of these stems. */
    List<Candidate> bestByText(Collection<String> stems) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        stems.forEach(stem -> query.add(clause(BODY, stem, 1)));
        return best(query.build(), MOST / 2);
    }

    private List<Candidate> best(Query query, int most) {
        try {
            return Arrays.stream(searcher.search(query, most).scoreDocs)
                    .map(scored -> new Candidate(scored.doc, scored.score))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the texts of some lines add to their scores; only these are looked up.
     *
     * @param places in ascending order
     * @param holders which of the lines may hold a stem: their indexes among the places, in ascending order
     */
    double[] scoresOfTexts(ParsedQuery reading, int[] places, Function<String, int[]> holders) {
        double[] scores = new double[places.length];
        try {
            FieldScores texts = new FieldScores(searcher, BODY, places);
            for (Map.Entry<String, Double> stem : searched(reading)) {
                texts.addTo(scores, stem.getKey(), stem.getValue().floatValue(), holders.apply(stem.getKey()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scores;
    }

    /** What the question would score against a text that says exactly this. */
    static double ownScore(ParsedQuery reading, InverseDocumentFrequency lineRarity) {
        double tells = reading.concepts().stream()
                .mapToDouble(concept -> concept.stems().entrySet().stream()
                        .mapToDouble(stem -> stem.getValue() * lineRarity.of(stem.getKey()))
                        .max()
                        .orElse(0))
                .sum();
        return Math.max(1e-6, (QUESTION_BOOST + 1) * tells / BM25_DAMPING);
    }

    private static List<Map.Entry<String, Double>> searched(ParsedQuery reading) {
        return reading.stems().entrySet().stream().limit(MOST_STEMS).toList();
    }

    private static BooleanClause clause(String field, String stem, float weight) {
        return new BooleanClause(
                new BoostQuery(new TermQuery(new Term(field, stem)), weight), BooleanClause.Occur.SHOULD);
    }

    /** Takes the lines in, one by one. */
    static final class Builder {

        private static final int LINES_AT_ONCE = 4096;
        private static final FieldType STEMS = new FieldType(TextField.TYPE_NOT_STORED);

        static {
            STEMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
            STEMS.freeze();
        }

        private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
        private final IndexWriter writer;

        private final TermDictionary stems;

        Builder(TermDictionary stems) {
            this.stems = stems;
            IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer())
                    .setMaxBufferedDocs(LINES_AT_ONCE)
                    .setMergePolicy(new LogDocMergePolicy()); // joins neighbours only
            try {
                writer = new IndexWriter(directory, config);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void add(List<IndexedWord> question, List<IndexedWord> body) {
            Document line = new Document();
            line.add(new Field(QUESTION, text(question), STEMS));
            line.add(new Field(BODY, text(body), STEMS));
            try {
                writer.addDocument(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String text(List<IndexedWord> words) {
            return words.stream()
                    .flatMapToInt(word -> Arrays.stream(word.stems()))
                    .mapToObj(stems::term)
                    .collect(Collectors.joining(" "));
        }

        /** Takes no more in. One segment in the order of the lines: a document's number is the line's place. */
        LuceneIndex postings() {
            try {
                writer.forceMerge(1);
                writer.close();
                return new LuceneIndex(new IndexSearcher(DirectoryReader.open(directory)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
