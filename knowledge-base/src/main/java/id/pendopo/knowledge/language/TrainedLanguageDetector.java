package id.pendopo.knowledge.language;

import id.pendopo.knowledge.LanguageDetector;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.knowledge.text.ShortTextCache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opennlp.tools.doccat.DoccatModel;

/** Tells Indonesian, English, Javanese and Sundanese apart by a model that the build trained on the house's own lines. */
public final class TrainedLanguageDetector implements LanguageDetector {

    /** What it can say. */
    public static final Set<String> LANGUAGES = Set.of("id", "en", "jv", "su");

    /** Where the build puts the model. */
    static final String MODEL = "/models/language.bin";

    /** Below this likelihood a text says nothing: "ok", "KTP", names. */
    private static final double SURE = 0.8;

    private static final double EVEN = 0.5;
    private static final double HARDLY = 0.1;
    private static final String INDONESIAN = "id";
    private static final String ENGLISH = "en";

    private final NaiveBayes model;
    private final Set<String> neutral = neutralWords();
    private final ShortTextCache<String, Optional<Locale>> detected = new ShortTextCache<>();

    private TrainedLanguageDetector(NaiveBayes model) {
        this.model = model;
    }

    /** Loads the shipped model. */
    public static TrainedLanguageDetector shipped() {
        try (InputStream in = TrainedLanguageDetector.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException(MODEL + " is missing: the build makes it (./mvnw process-classes)");
            }
            return new TrainedLanguageDetector(new NaiveBayes(new DoccatModel(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Locale> detect(String text) {
        return detected.of(text, text, this::tell);
    }

    private Optional<Locale> tell(String text) {
        List<String> words = words(text).stream()
                .filter(word -> word.length() > 1 && !neutral.contains(word))
                .toList();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Double> likelihoods = model.likelihoods(words);
        return sure(likelihoods).map(Locale::of);
    }

    /** Javanese and Sundanese share so many words with Indonesian that the commonest of the three is taken sooner. */
    private static Optional<String> sure(Map<String, Double> likelihoods) {
        boolean indonesian =
                likelihoods.getOrDefault(INDONESIAN, 0.0) >= EVEN && likelihoods.getOrDefault(ENGLISH, 0.0) <= HARDLY;
        return indonesian
                ? Optional.of(INDONESIAN)
                : likeliest(likelihoods).filter(best -> best.getValue() >= SURE).map(Map.Entry::getKey);
    }

    @Override
    public Optional<Locale> likeliest(String text) {
        List<String> words = words(text);
        return words.isEmpty()
                ? Optional.empty()
                : likeliest(model.likelihoods(words)).map(best -> Locale.of(best.getKey()));
    }

    private static Optional<Map.Entry<String, Double>> likeliest(Map<String, Double> likelihoods) {
        return likelihoods.entrySet().stream().max(Map.Entry.comparingByValue());
    }

    private static Set<String> neutralWords() {
        try (InputStream in = TrainedLanguageDetector.class.getResourceAsStream("neutral.txt")) {
            String list = new String(Objects.requireNonNull(in, "neutral.txt").readAllBytes(), StandardCharsets.UTF_8);
            return list.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Words as they were typed: their spelling is what tells the language. Numbers tell nothing. */
    static List<String> words(String text) {
        return Lexicon.typedWords(text).stream()
                .filter(word -> Character.isLetter(word.codePointAt(0)))
                .toList();
    }
}
