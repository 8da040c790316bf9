package id.pendopo.knowledge.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/**
 * Word unigram and bigram features: words and pairs of neighbouring words. Public with a public constructor because
 * OpenNLP makes it by its name.
 */
public final class WordPieces implements FeatureGenerator {

    /** With this begins the feature that is a word. */
    static final String WORD = "w=";

    /** For OpenNLP, which stores the class name in a model. */
    public WordPieces() {}

    @Override
    public Collection<String> extractFeatures(String[] words, Map<String, Object> nothing) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            pieces.add(WORD + words[i]);
            if (i > 0) {
                pieces.add("p=" + words[i - 1] + " " + words[i]);
            }
        }
        return pieces;
    }
}
