package id.pendopo.knowledge.text;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Query normalisation key: what a question asks for, whatever the order, form and politeness of its words. Any thread may ask.
 */
public final class Gist {

    /** One word names a thing and asks nothing. */
    private static final int FEWEST = 2;

    private static final int MOST_CHARACTERS = 200;

    private final Lexicon lexicon;
    private final Stems stems = new Stems();
    private final Set<String> light = TermWeights.lightWords();

    public Gist(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The stems of its standard words in order; empty where it says too little, or so much that nobody says the same. */
    public String of(String question) {
        List<String> telling = lexicon.standardWords(question).stream()
                .filter(word -> !light.contains(word))
                .toList();
        Set<String> different = new TreeSet<>(stems.of(telling));
        String gist = String.join(" ", different);
        return different.size() < FEWEST || gist.length() > MOST_CHARACTERS ? "" : gist;
    }

    /** The same words in their standard form, as they are searched. */
    public String words(String question) {
        return String.join(" ", lexicon.standardWords(question));
    }
}
