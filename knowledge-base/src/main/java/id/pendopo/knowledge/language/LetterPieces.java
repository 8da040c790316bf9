package id.pendopo.knowledge.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/**
 * Character n-gram features: two to four letters in a row, with word borders. Public because OpenNLP makes it by its
 * name.
 */
public final class LetterPieces implements FeatureGenerator {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;

    /** For OpenNLP, which stores the class name in a model. */
    public LetterPieces() {}

    @Override
    public Collection<String> extractFeatures(String[] words, Map<String, Object> nothing) {
        List<String> pieces = new ArrayList<>();
        for (String word : words) {
            String bordered = "_" + word + "_";
            for (int length = SHORTEST; length <= LONGEST; length++) {
                for (int i = 0; i + length <= bordered.length(); i++) {
                    pieces.add(bordered.substring(i, i + length));
                }
            }
        }
        return pieces;
    }
}
