package id.pendopo.knowledge.language;

import id.pendopo.knowledge.text.Lexicon;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ensemble (cascade) of two classifiers: a linear model over words and letters, and, only where that one is unsure, an
 * opinion on what the whole sentence means. Of a language that nobody taught it there is no second opinion.
 */
final class PooledCategorizer {

    /** The power that both opinions are raised to before they are multiplied: they agree more often than by chance. */
    static final double SHARPNESS = 0.6;

    private final Lexicon lexicon;
    private final LinearCategorizer first;
    private final Supplier<Optional<SecondOpinion>> second;
    private final double sure;

    /**
     * Puts two opinions together.
     *
     * @param second looked for when it is needed first: a sentence model takes about a second to load
     * @param sure from this likelihood of its best label on the first opinion stands alone
     */
    PooledCategorizer(Lexicon lexicon, LinearCategorizer first, Supplier<Optional<SecondOpinion>> second, double sure) {
        this.lexicon = lexicon;
        this.first = first;
        this.second = second;
        this.sure = sure;
    }

    /** How likely each label is; empty for a text without letters. */
    Optional<Likelihoods> of(String text) {
        List<String> words = lexicon.standardWords(text);
        if (words.stream().noneMatch(word -> Character.isLetter(word.codePointAt(0)))) {
            return Optional.empty();
        }
        Likelihoods alone = first.likelihoods(words);
        if (alone.best().confidence() >= sure || !WordVectors.shipped().understands(words)) {
            return Optional.of(alone);
        }
        return Optional.of(second.get()
                .map(opinion -> alone.pooled(opinion.of(text), SHARPNESS))
                .orElse(alone));
    }
}
