package id.pendopo.knowledge.language;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.CorpusLine;
import id.pendopo.knowledge.corpus.Sheet;
import id.pendopo.knowledge.language.WordVectors.Vector;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.knowledge.text.Stems;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Trains cross-lingual word embeddings: gives words of four languages vectors in the space of a sentence model that
 * knows English: an English word has the place of itself, another word that of what it is called in English.
 */
final class TrainVectors {

    /** Half a word's weight is lost when it is one in so many of everyday texts. */
    private static final double COMMON = 1e-3;

    private static final int DIMENSIONS = 96;

    /** Rarer English words are mostly names of people, except where a list names something so. */
    private static final int COMMONEST = 12_000;

    private final Embedder teacher;
    private final Map<String, Integer> everyday = new HashMap<>();
    private final Stems stems = new Stems();
    private int everydayWords;

    /** The folder of the sentence model and the word lists, that of the corpus, and the file to write. */
    public static void main(String[] arguments) throws IOException {
        Path teacher = Path.of(arguments[0]);
        Path tokenizer = teacher.resolve(GlossEmbedder.TOKENIZER);
        Lexicon lexicon = Lexicon.shipped();
        TrainVectors training =
                new TrainVectors(GlossEmbedder.english(teacher), CivicCorpus.read(Path.of(arguments[1])), lexicon);
        SortedMap<String, Vector> vectors =
                training.train(glosses(teacher), words(tokenizer, names(teacher)), DIMENSIONS);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[2]))))) {
            WordVectors.write(vectors, DIMENSIONS, out);
        }
    }

    /** Whole words that the teacher knows by heart: the commonest, as its vocabulary is in that order, and those of a list. */
    private static List<String> words(Path tokenizer, Set<String> wanted) throws IOException {
        JsonNode vocabulary =
                new ObjectMapper().readTree(Files.readAllBytes(tokenizer)).at("/model/vocab");
        return vocabulary.propertyNames().stream()
                .filter(word -> word.matches("[a-z]{2,}"))
                .filter(word -> vocabulary.path(word).asInt() < COMMONEST || wanted.contains(word))
                .sorted()
                .toList();
    }

    /** Every word of every English name. */
    private static Set<String> names(Path folder) throws IOException {
        Set<String> names = new HashSet<>();
        for (String language : EnglishNames.LANGUAGES) {
            EnglishNames.of(language, folder)
                    .values()
                    .forEach(called -> called.forEach(name -> names.addAll(List.of(name.split(" ")))));
        }
        return names;
    }

    private static Map<String, List<String>> glosses(Path folder) throws IOException {
        Map<String, List<String>> glosses = new TreeMap<>();
        for (String language : EnglishNames.LANGUAGES) {
            EnglishNames.of(language, folder).forEach((word, names) -> {
                if (!word.contains(" ")) {
                    glosses.putIfAbsent(word, names);
                }
            });
        }
        return glosses;
    }

    /**
     * Counts how often words are said.
     *
     * @param corpus of which the lines on any topic tell which words say little
     */
    TrainVectors(Embedder teacher, CivicCorpus corpus, Lexicon lexicon) {
        this.teacher = teacher;
        Stream.of(Sheet.LANGUAGES, Sheet.ACTS, Sheet.OUTSIDE, Sheet.PAIRS)
                .flatMap(sheet -> corpus.lines(sheet).stream())
                .flatMap(CorpusLine::texts)
                .flatMap(text -> lexicon.standardWords(text.text()).stream())
                .forEach(word -> {
                    everyday.merge(word, 1, Integer::sum);
                    everydayWords++;
                });
    }

    /**
     * Vectors by word and by stem.
     *
     * @param glosses what words are called in English, one or more for each
     * @param english words to have as well
     */
    SortedMap<String, Vector> train(Map<String, List<String>> glosses, Collection<String> english, int dimensions) {
        Set<String> terms = new LinkedHashSet<>(english);
        glosses.values().forEach(terms::addAll);
        Map<String, float[]> taught = terms.parallelStream()
                .collect(Collectors.toMap(term -> term, teacher::embed, (one, same) -> one, TreeMap::new));
        MeaningSpace space = MeaningSpace.of(taught.values(), teacher.dimensions(), dimensions);
        SortedMap<String, double[]> exact = new TreeMap<>();
        english.forEach(word -> exact.put(word, space.place(List.of(taught.getOrDefault(word, new float[0])))));
        glosses.forEach((word, called) ->
                exact.put(word, space.place(called.stream().map(taught::get).toList())));
        exact.putAll(ofStems(exact));
        SortedMap<String, Vector> vectors = new TreeMap<>();
        exact.forEach((word, place) -> {
            double weight = weight(word);
            vectors.put(
                    word,
                    Vector.of(Arrays.stream(place).map(part -> part * weight).toArray()));
        });
        return vectors;
    }

    private double weight(String word) {
        double share = everyday.getOrDefault(word, 0) / Math.max(1.0, everydayWords);
        return COMMON / (COMMON + share);
    }

    /** Stems that are no words lie amid the words that they are stems of. */
    private Map<String, double[]> ofStems(SortedMap<String, double[]> words) {
        Map<String, List<double[]>> family = new HashMap<>();
        words.forEach((word, place) -> stems.of(List.of(word)).stream()
                .filter(stem -> !words.containsKey(stem))
                .forEach(stem ->
                        family.computeIfAbsent(stem, s -> new ArrayList<>()).add(place)));
        Map<String, double[]> places = new HashMap<>();
        family.forEach((stem, members) -> places.put(stem, MeaningSpace.mean(members)));
        return places;
    }
}
