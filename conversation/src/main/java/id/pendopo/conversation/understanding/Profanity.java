package id.pendopo.conversation.understanding;

import id.pendopo.knowledge.PhraseWord;
import id.pendopo.knowledge.Phrases;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A profanity filter, also for words as people disguise them: "g0bl0k", "a n j i n g", "t*lol", "tolooool". Its
 * words are the phrases {@code insult}. Any thread may call.
 */
public final class Profanity {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}+");
    private static final Pattern SPELT_OUT =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}(?: \\p{L}(?![\\p{L}\\p{N}])){2,}+");
    private static final Pattern STARRED = Pattern.compile("\\p{L}+\\*+\\p{L}*[.,!?]*");
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\d@$]++");
    private static final String DIGITS = "013457@$";
    private static final String LETTERS = "oieastas";

    private final Phrases phrases;
    private final Set<String> words;

    Profanity(Phrases phrases) {
        this.phrases = phrases;
        this.words = phrases.wordings(Said.INSULT);
    }

    /** Whether a message has one of them, as it was typed. */
    public boolean in(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return Stream.of(small, undisguised(small))
                        .map(PhraseWord::plain)
                        .distinct()
                        .anyMatch(this::said)
                || starred(small);
    }

    private boolean said(String plain) {
        String brief = DRAWN_OUT.matcher(plain).replaceAll("$1");
        String joined =
                SPELT_OUT.matcher(plain).replaceAll(found -> found.group().replace(" ", ""));
        return Stream.of(plain, brief, joined).anyMatch(form -> phrases.in(form).says(Said.INSULT));
    }

    private boolean starred(String small) {
        return SPACE.splitAsStream(small)
                .filter(token -> STARRED.matcher(token).matches())
                .map(token -> token.replaceAll("[.,!?]", ""))
                .anyMatch(token -> words.stream().anyMatch(word -> fits(token, word)));
    }

    /** Each star stands for one letter. */
    private static boolean fits(String token, String word) {
        if (token.length() != word.length()) {
            return false;
        }
        for (int i = 0; i < token.length(); i++) {
            if (token.charAt(i) != '*' && token.charAt(i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Digits and signs among letters as the letters that they look like. */
    private static String undisguised(String small) {
        return TOKEN.matcher(small).replaceAll(found -> {
            String token = found.group();
            boolean number = token.codePoints().noneMatch(Character::isLetter);
            return Matcher.quoteReplacement(number ? token : read(token));
        });
    }

    private static String read(String token) {
        return token.codePoints()
                .map(c -> DIGITS.indexOf(c) < 0 ? c : LETTERS.charAt(DIGITS.indexOf(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
