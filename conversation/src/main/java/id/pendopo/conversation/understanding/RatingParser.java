package id.pendopo.conversation.understanding;

import id.pendopo.knowledge.PhraseMatches;
import id.pendopo.knowledge.PhraseWord;
import id.pendopo.knowledge.Phrases;
import id.pendopo.ticketing.Rating;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Parses a rating out of words: a digit from 1 to 5, or one of the phrases {@code rating.1} to {@code rating.5} that can
 * mean nothing else. Immutable.
 */
public final class RatingParser {

    private static final Pattern DIGIT = Pattern.compile("[1-5]");

    /** Another number looks like a rating and is none. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(?:[.,]\\d+)?");

    /** "4/5" is four of five. */
    private static final Pattern OF_FIVE = Pattern.compile("(?<=[1-5])\\s*+/\\s*+5(?!\\d)");

    private final Phrases phrases;

    RatingParser(Phrases phrases) {
        this.phrases = phrases;
    }

    public Optional<Rating> read(String text) {
        if (broken(text.strip())) {
            return Optional.empty();
        }
        PhraseMatches said = phrases.in(spoken(text));
        if (said.is("rating.digit")) {
            Matcher digit = DIGIT.matcher(text);
            return digit.find() ? Rating.read(digit.group()) : Optional.empty();
        }
        return IntStream.rangeClosed(Rating.WORST, Rating.BEST)
                .filter(score -> said.is("rating." + score))
                .mapToObj(Rating::new)
                .findFirst();
    }

    /** Whether somebody meant to rate and did not say how: another number, or praise that could be a 4 or a 5. */
    public boolean nearly(String text) {
        String spoken = spoken(text);
        return NUMBER.matcher(broken(spoken) ? spoken : PhraseWord.plain(spoken))
                        .matches()
                || phrases.in(spoken).is("rating.nearly");
    }

    /** "-1" and "4,5" are no whole numbers. */
    private static boolean broken(String text) {
        return text.matches("-\\d.*|\\d+[.,]\\d+");
    }

    private static String spoken(String text) {
        return OF_FIVE.matcher(text.strip()).replaceAll("");
    }
}
