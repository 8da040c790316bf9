package id.pendopo.config.security;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The rules for a password that somebody chooses. */
public final class ChosenPassword {

    private static final int SHORTEST = 12;

    /** In UTF-8: <a href="https://en.wikipedia.org/wiki/Bcrypt#Maximum_password_length">bcrypt</a> reads no more. */
    private static final int MOST_BYTES = 72;

    private ChosenPassword() {}

    /** What is wrong with it: {@code short}, {@code long} or {@code name}. */
    public static Optional<String> wrong(String login, String password) {
        if (password.length() < SHORTEST) {
            return Optional.of("short");
        }
        if (password.equalsIgnoreCase(login)) {
            return Optional.of("name");
        }
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES ? Optional.of("long") : Optional.empty();
    }
}
