package id.pendopo.knowledge.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/**
 * Character features across words, where two words meet: the last two letters of one and the first two of the next,
 * which outlive a slip of the finger in either. Public because OpenNLP makes it by its name.
 */
public final class SeamPieces implements FeatureGenerator {

    private static final int LETTERS = 2;

    /** For OpenNLP, which stores the class name in a model. */
    public SeamPieces() {}

    @Override
    public Collection<String> extractFeatures(String[] words, Map<String, Object> nothing) {
        List<String> seams = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            String end = words[i - 1].substring(Math.max(0, words[i - 1].length() - LETTERS));
            seams.add(end + " " + words[i].substring(0, Math.min(LETTERS, words[i].length())));
        }
        return seams;
    }
}
