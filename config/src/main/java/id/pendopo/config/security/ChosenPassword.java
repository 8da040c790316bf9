package id.pendopo.config.security;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The password policy: length, and a strength estimate against dictionaries of common passwords (30,000 of breaches, names,
 * keyboard rows, dates) and against the words that stand near the desk. No rule asks for kinds of characters.
 */
public final class ChosenPassword {

    private static final int SHORTEST = 12;

    /** In UTF-8: <a href="https://en.wikipedia.org/wiki/Bcrypt#Maximum_password_length">bcrypt</a> reads no more. */
    private static final int MOST_BYTES = 72;

    /** Of 0 to 4: from 3 on more than a hundred million guesses are needed, from 4 on more than ten thousand million. */
    private static final int SAFE = 3;

    /** So many letters beside words that others know, or strength without any. */
    private static final int FEWEST_OWN_LETTERS = 6;

    private static final Zxcvbn STRENGTH = new Zxcvbn();
    private static final List<String> COMMON = common();

    private ChosenPassword() {}

    /**
     * What is wrong with it: {@code short}, {@code long}, {@code name} or {@code common}.
     *
     * @param words names that others would try first: the person's, the agency's
     */
    public static Optional<String> wrong(String login, String password, Collection<String> words) {
        if (password.length() < SHORTEST) {
            return Optional.of("short");
        }
        if (password.equalsIgnoreCase(login)) {
            return Optional.of("name");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("long");
        }
        return guessable(login, password, words) ? Optional.of("common") : Optional.empty();
    }

    private static boolean guessable(String login, String password, Collection<String> words) {
        List<String> near = Stream.of(Stream.of(login), words.stream().flatMap(ChosenPassword::parts), COMMON.stream())
                .flatMap(part -> part)
                .toList();
        int score = STRENGTH.measure(password, near).getScore();
        return score < SAFE || score == SAFE && ownLetters(password, near) < FEWEST_OWN_LETTERS;
    }

    private static int ownLetters(String password, List<String> near) {
        String rest = password.toLowerCase(Locale.ROOT);
        for (String word : near) {
            rest = rest.replace(word.toLowerCase(Locale.ROOT), "");
        }
        return (int) rest.chars().filter(Character::isLetter).count();
    }

    /** A name of several words, whole and word by word. */
    private static Stream<String> parts(String name) {
        return Stream.concat(Stream.of(name), Stream.of(name.split("\\W+"))).filter(word -> word.length() > 2);
    }

    private static List<String> common() {
        try (InputStream words = ChosenPassword.class.getResourceAsStream("/common-passwords.txt")) {
            if (words == null) {
                throw new IllegalStateException("common-passwords.txt is missing");
            }
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
