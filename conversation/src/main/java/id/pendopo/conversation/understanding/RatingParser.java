package id.pendopo.conversation.understanding;

import id.pendopo.ticketing.Rating;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses a rating out of words: a digit from 1 to 5, or a phrase that can mean nothing else. */
public final class RatingParser {

    private static final Pattern DIGIT = Pattern.compile("(?:(?:nilai|skor|bintang|angka|score|star|stars) )?([1-5])"
            + "(?: (?:bintang|star|stars)|(?: dari| per| of| out of) 5)?");

    private static final String BESIDE = "(?:(?:saya|sy|aku|kami|i am|i m|we are) )?";
    private static final String AFTER = "(?: (?:pak|bu|min|kak|ya|kok))?";

    /** From the worst to the best. */
    private static final Pattern PHRASE = Pattern.compile(BESIDE
            + "(?:(sangat tidak puas|tidak puas sama sekali|jelek sekali|sangat jelek|buruk sekali|sangat buruk|"
            + "very dissatisfied|very bad)"
            + "|(tidak puas|kurang puas|gak puas|ga puas|nggak puas|tdk puas|jelek|buruk|dissatisfied|not satisfied|bad)"
            + "|(cukup puas|biasa saja|biasa aja|fairly satisfied|so so)"
            + "|(puas|satisfied)"
            + "|(sangat puas|puas sekali|puas banget|bagus sekali|sangat bagus|bagus banget|baik sekali|very satisfied|"
            + "very good|excellent))" + AFTER);

    /** Looks like a rating and is none: another number, or praise that could be a 4 or a 5. */
    private static final Pattern NEARLY =
            Pattern.compile("-?\\d{1,3}(?:[.,]\\d+)?|bagus|baik|lumayan|kurang|kurang bagus|good|great");

    private RatingParser() {}

    public static Optional<Rating> read(String text) {
        String plain = plain(text);
        Matcher digit = DIGIT.matcher(plain);
        if (digit.matches()) {
            return Rating.read(digit.group(1));
        }
        Matcher phrase = PHRASE.matcher(plain);
        return phrase.matches() ? Optional.of(rating(phrase)) : Optional.empty();
    }

    private static Rating rating(Matcher phrase) {
        for (int score = Rating.WORST; score < Rating.BEST; score++) {
            if (phrase.group(score) != null) {
                return new Rating(score);
            }
        }
        return new Rating(Rating.BEST);
    }

    /** Whether somebody meant to rate and did not say how. */
    public static boolean nearly(String text) {
        return NEARLY.matcher(plain(text)).matches();
    }

    /** "4/5" is four of five; "-1" and "4,5" are no whole numbers. */
    private static String plain(String text) {
        String spoken = text.strip().replaceAll("(?<=\\d)\\s*/\\s*(?=\\d)", " of ");
        return spoken.matches("-\\d.*|\\d+[.,]\\d+") ? spoken : MessageText.plain(spoken);
    }
}
