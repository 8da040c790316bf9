package id.pendopo.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.language.WordVectors.Vector;
import id.pendopo.knowledge.text.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainVectorsTests {

    /** Knows five English words, each in a direction of its own. */
    private static final class Teacher implements Embedder {

        private static final List<String> KNOWN = List.of("water", "fire", "tree", "stone", "the");

        @Override
        public int dimensions() {
            return KNOWN.size();
        }

        @Override
        public float[] embed(String text) {
            float[] vector = new float[KNOWN.size()];
            vector[KNOWN.indexOf(text)] = 1;
            return vector;
        }
    }

    @TempDir
    Path folder;

    @Test
    void aWordHasThePlaceOfWhatItIsCalledInEnglish() throws IOException {
        WordVectors vectors = trained(Map.of("zabanu", List.of("water"), "zageno", List.of("fire")));

        assertThat(likeness(vectors, "zabanu", "water")).isGreaterThan(0.99);
        assertThat(likeness(vectors, "zabanu", "fire")).isLessThan(0.1);
        assertThat(likeness(vectors, "zageno", "fire")).isGreaterThan(0.99);
    }

    @Test
    void aWordWithTwoMeaningsLiesBetweenThem() throws IOException {
        WordVectors vectors = trained(Map.of("zalaho", List.of("water", "fire")));

        assertThat(likeness(vectors, "zalaho", "water")).isBetween(0.3, 0.9);
        assertThat(likeness(vectors, "zalaho", "fire")).isBetween(0.3, 0.9);
        assertThat(likeness(vectors, "zalaho", "stone")).isLessThan(0.1);
    }

    @Test
    void aWordThatIsInEveryEverydayTextCountsLess() throws IOException {
        Files.writeString(
                folder.resolve("languages.tsv"), "id\tzasing zabanu zasing zageno zasing zawatu zasing zawit\n");

        WordVectors vectors = trained(Map.of("zasing", List.of("the"), "zageno", List.of("fire")));

        assertThat(likeness(vectors, "zasing zageno", "fire")).isGreaterThan(0.8);
    }

    private WordVectors trained(Map<String, List<String>> glosses) {
        SortedMap<String, Vector> vectors = new TrainVectors(new Teacher(), CivicCorpus.read(folder), Lexicon.shipped())
                .train(glosses, Teacher.KNOWN, 4);
        return new WordVectors(vectors, 4);
    }

    private static double likeness(WordVectors vectors, String one, String other) {
        return Embedder.likeness(vectors.embed(one), vectors.embed(other));
    }
}
