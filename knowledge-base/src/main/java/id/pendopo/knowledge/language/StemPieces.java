package id.pendopo.knowledge.language;

import id.pendopo.knowledge.text.Stems;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.FeatureGenerator;

/**
 * Stem features: what is left of words without their affixes ("menghapuskan", "dihapus"). Public because OpenNLP makes
 * it by its name.
 */
public final class StemPieces implements FeatureGenerator {

    private final Stems stems = new Stems();

    /** For OpenNLP, which stores the class name in a model. */
    public StemPieces() {}

    @Override
    public Collection<String> extractFeatures(String[] words, Map<String, Object> nothing) {
        return stems.of(List.of(words)).stream().map(stem -> "s=" + stem).toList();
    }
}
