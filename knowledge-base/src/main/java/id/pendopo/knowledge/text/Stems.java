package id.pendopo.knowledge.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Stemmer with stop words: word stems by Lucene's Indonesian analysis, without the words that carry nothing in a
 * question. Any thread may ask.
 */
public final class Stems {

    private static final Set<String> EMPTY_WORDS = Set.of(
            "yang", "dan", "di", "ke", "dari", "untuk", "dengan", "atau", "ini", "itu", "adalah", "pada", "saya", "aku",
            "kami", "kita", "anda", "kamu", "nya", "ya", "sih", "dong", "kok", "kan", "deh", "pak", "bapak", "ibu",
            "bu", "kak", "kakak", "min", "admin", "mohon", "tolong", "maaf", "permisi", "halo", "mau", "ingin",
            "apakah", "the", "a", "an", "of", "to", "for", "in", "on", "is", "are", "my", "i", "me", "do", "does",
            "can", "and", "or");

    /** Enough for the words of all articles; what citizens type beyond them is not kept. */
    private static final int MOST_REMEMBERED = 50_000;

    private final Map<String, List<String>> remembered = new ConcurrentHashMap<>();
    private final Analyzer analyzer = new IndonesianAnalyzer(new CharArraySet(EMPTY_WORDS, false));

    /** For the search index, which must cut words as queries are cut. */
    Analyzer analyzer() {
        return analyzer;
    }

    /** The stems of words that are in small letters already. */
    public List<String> of(Collection<String> tokens) {
        List<String> stems = new ArrayList<>();
        for (String token : tokens) {
            stems.addAll(of(token));
        }
        return stems;
    }

    private List<String> of(String token) {
        List<String> known = remembered.get(token);
        if (known != null) {
            return known;
        }
        List<String> stems = analyzed(token);
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(token, stems);
        }
        return stems;
    }

    private List<String> analyzed(String token) {
        List<String> stems = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", new StringReader(token))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(stems);
    }
}
