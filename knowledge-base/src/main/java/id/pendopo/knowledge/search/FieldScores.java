package id.pendopo.knowledge.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * BM25 scores of known documents: what one of Lucene's fields adds to the scores of a few lines that are known already.
 */
final class FieldScores {

    private final int[] places;
    private final long[] norms;
    private final Similarity similarity;
    private final @Nullable CollectionStatistics statistics;
    private final @Nullable TermsEnum terms;

    /** The lines' places are in ascending order. */
    FieldScores(IndexSearcher searcher, String field, int[] places) throws IOException {
        this.places = places;
        LeafReader reader = searcher.getIndexReader().leaves().getFirst().reader();
        norms = new long[places.length];
        NumericDocValues lengths = reader.getNormValues(field);
        for (int i = 0; lengths != null && i < places.length; i++) {
            norms[i] = lengths.advanceExact(places[i]) ? lengths.longValue() : 1;
        }
        similarity = searcher.getSimilarity();
        statistics = searcher.collectionStatistics(field);
        terms = reader.terms(field) == null ? null : reader.terms(field).iterator();
    }

    /**
     * Adds what a stem scores.
     *
     * @param holders which of the lines may hold it, in ascending order
     */
    void addTo(double[] scores, String stem, float weight, int[] holders) throws IOException {
        BytesRef term = new BytesRef(stem);
        if (holders.length == 0 || terms == null || statistics == null || !terms.seekExact(term)) {
            return;
        }
        TermStatistics rarity = new TermStatistics(term, terms.docFreq(), terms.totalTermFreq());
        Similarity.SimScorer scorer = similarity.scorer(weight, statistics, rarity);
        PostingsEnum lines = terms.postings(null, PostingsEnum.FREQS);
        for (int i : holders) {
            if (lines.docID() < places[i]) {
                lines.advance(places[i]);
            }
            if (lines.docID() == places[i]) {
                scores[i] += scorer.score(lines.freq(), norms[i]);
            }
        }
    }
}
