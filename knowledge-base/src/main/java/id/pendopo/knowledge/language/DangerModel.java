package id.pendopo.knowledge.language;

import id.pendopo.knowledge.DangerDetector;
import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.knowledge.TextClassifier.Guess;
import id.pendopo.knowledge.corpus.CivicCorpus;
import id.pendopo.knowledge.corpus.CorpusLine;
import id.pendopo.knowledge.corpus.Sheet;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.knowledge.text.ShortTextCache;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Linear classifier of danger to life: one outcome for each kind of help that is needed and one for everything else that
 * people write. How sure it is that there is danger is what it does not give to everything else.
 */
public final class DangerModel implements DangerDetector {

    /** Where the build puts what it learned. */
    static final String RESOURCE = "/models/danger.bin";

    /** What occurs less often tells one author's words: without it the model is a third as large and hears as well. */
    static final int CUTOFF = 3;

    /** A life may hang on it: only what is all but certain is not looked at twice. */
    private static final double SURE = 0.97;

    private static final String NONE = "none";

    /** What is written calmly, in all of these. */
    private static final Set<Sheet> CALM = EnumSet.of(
            Sheet.QUESTIONS,
            Sheet.LOOKALIKES,
            Sheet.OPENINGS,
            Sheet.FOLLOW_UPS,
            Sheet.NAMED_OUTSIDE,
            Sheet.VAGUE,
            Sheet.COMPLAINTS,
            Sheet.OUTSIDE,
            Sheet.LANGUAGES,
            Sheet.GUARD,
            Sheet.PARAPHRASES,
            Sheet.ACTS,
            Sheet.TASK_ACTS);

    private final PooledCategorizer model;
    private final ShortTextCache<String, Optional<Guess>> heard = new ShortTextCache<>();

    DangerModel(LinearCategorizer first, Supplier<Optional<SecondOpinion>> second, Lexicon lexicon) {
        model = new PooledCategorizer(lexicon, first, second, SURE);
    }

    /** With the model that the build trained. */
    public static DangerModel shipped(Lexicon lexicon) {
        return new DangerModel(LinearCategorizer.shipped(RESOURCE), SecondOpinions.beside(RESOURCE), lexicon);
    }

    /** What is learned of the corpus' lines that pass a test. */
    static List<Example> examples(CivicCorpus corpus, Predicate<CorpusLine> taught) {
        Stream<Example> dangers = corpus.lines(Sheet.DANGER).stream()
                .filter(taught)
                .map(line -> new Example(line.cell("text"), help(line.cell("danger"))));
        Stream<Example> calm = corpus.lines().stream()
                .filter(line -> CALM.contains(line.sheet()) && !corpus.calls(line) && !emergency(line))
                .filter(taught)
                .map(line -> new Example(line.cell("text"), NONE));
        return Stream.concat(dangers, calm).toList();
    }

    private static boolean emergency(CorpusLine line) {
        return line.sheet() == Sheet.ACTS && line.cell("label").equals("emergency");
    }

    /** Who helps in a danger of the corpus. */
    static String help(String danger) {
        return switch (danger) {
            case "fire", "gas" -> "fire";
            case "medical", "animal", "accident" -> "medical";
            case "violence", "sexual" -> "violence";
            case "missing" -> "crime";
            case "flood", "landslide", "quake", "drowning" -> "disaster";
            case "despair" -> "despair";
            default -> throw new IllegalArgumentException("nobody is known to help in a danger of kind " + danger);
        };
    }

    @Override
    public Optional<Guess> in(String text) {
        return heard.of(text, text, given -> model.of(given).map(likely -> likely.against(NONE)));
    }
}
