package id.pendopo.config.security.factor;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The repository of recovery codes: ten for each person, hashed like passwords, each works once. */
@Component
class RecoveryCodes {

    static final int HOW_MANY = 10;

    /** Without those that are taken for another when they are read from paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;

    RecoveryCodes(JdbcClient jdbc, PasswordEncoder encoder) {
        this.jdbc = jdbc;
        this.encoder = encoder;
    }

    /** A code and what is stored of it. */
    record Drawn(String code, String hash) {

        @Override
        public String toString() {
            return "Drawn[REDACTED]";
        }
    }

    /** Ten codes, no two of which begin alike; to be called outside of a transaction, as hashing them takes a second. */
    List<Drawn> draw() {
        List<Character> first = new ArrayList<>(
                LETTERS.chars().mapToObj(letter -> (char) letter).toList());
        Collections.shuffle(first, RANDOM);
        return first.stream()
                .limit(HOW_MANY)
                .map(letter -> letter + rest())
                .map(code -> new Drawn(code, Objects.requireNonNull(encoder.encode(code))))
                .toList();
    }

    private static String rest() {
        return IntStream.range(1, LENGTH)
                .map(_ -> LETTERS.charAt(RANDOM.nextInt(LETTERS.length())))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static List<String> shown(List<Drawn> codes) {
        return codes.stream().map(one -> grouped(one.code())).toList();
    }

    /** {@code abcd-efgh-jkmn}, as it is read. */
    static String grouped(String code) {
        return String.join("-", code.split("(?<=\\G.{" + GROUP + "})"));
    }

    /** These from now on, and no earlier ones. */
    void replace(String login, List<Drawn> codes) {
        remove(login);
        codes.forEach(one -> jdbc.sql(
                        "insert into second_factor_recovery (login, letter, hash) values (:login, :letter, :hash)")
                .param("login", login)
                .param("letter", one.code().substring(0, 1))
                .param("hash", one.hash())
                .update());
    }

    void remove(String login) {
        jdbc.sql("delete from second_factor_recovery where login = :login")
                .param("login", login)
                .update();
    }

    int left(String login) {
        return jdbc.sql("select count(*) from second_factor_recovery where login = :login")
                .param("login", login)
                .query(Integer.class)
                .single();
    }

    /** Whether this is one of somebody's codes; it is used up. */
    boolean use(String login, String typed) {
        String code = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return code.length() == LENGTH
                && hash(login, code)
                        .filter(hash -> encoder.matches(code, hash))
                        .filter(hash -> remove(login, hash))
                        .isPresent();
    }

    private Optional<String> hash(String login, String code) {
        return jdbc.sql("select hash from second_factor_recovery where login = :login and letter = :letter")
                .param("login", login)
                .param("letter", code.substring(0, 1))
                .query(String.class)
                .optional();
    }

    /** Of two who use it at once, one does. */
    private boolean remove(String login, String hash) {
        return jdbc.sql("delete from second_factor_recovery where login = :login and hash = :hash")
                        .param("login", login)
                        .param("hash", hash)
                        .update()
                == 1;
    }
}
