package id.pendopo.knowledge.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every word of the questions and texts, with its stems and letters by number. */
final class Vocabulary {

    private final Stems stemmer;
    private final Terms stems = new Terms();
    private final Terms letters = new Terms();
    private final Map<String, Word> words = new HashMap<>();

    Vocabulary(Stems stemmer) {
        this.stemmer = stemmer;
    }

    Terms stems() {
        return stems;
    }

    Terms letters() {
        return letters;
    }

    /** The words as they are held. */
    List<Word> words(Collection<String> texts) {
        return texts.stream().map(this::word).toList();
    }

    private Word word(String text) {
        return words.computeIfAbsent(text, this::read);
    }

    private Word read(String text) {
        int[] ofStems = stemmer.of(List.of(text)).stream().mapToInt(stems::met).toArray();
        int[] ofLetters =
                TermVector.lettersOf(text).stream().mapToInt(letters::met).toArray();
        return new Word(text, ofStems, ofLetters, 1);
    }
}
