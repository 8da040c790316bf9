package id.pendopo.knowledge.search;

import id.pendopo.knowledge.text.Stems;
import id.pendopo.knowledge.text.TermVector;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Vocabulary of the index: every word of the questions and texts, with its stems and letters by number. */
final class Vocabulary {

    private final Stems stemmer;
    private final TermDictionary stems = new TermDictionary();
    private final TermDictionary letters = new TermDictionary();
    private final Map<String, IndexedWord> words = new HashMap<>();

    Vocabulary(Stems stemmer) {
        this.stemmer = stemmer;
    }

    TermDictionary stems() {
        return stems;
    }

    TermDictionary letters() {
        return letters;
    }

    /** The words as they are held. */
    List<IndexedWord> words(Collection<String> texts) {
        return texts.stream().map(this::word).toList();
    }

    private IndexedWord word(String text) {
        return words.computeIfAbsent(text, this::read);
    }

    private IndexedWord read(String text) {
        int[] ofStems = stemmer.of(List.of(text)).stream().mapToInt(stems::met).toArray();
        int[] ofLetters =
                TermVector.lettersOf(text).stream().mapToInt(letters::met).toArray();
        return new IndexedWord(text, ofStems, ofLetters, 1);
    }
}
