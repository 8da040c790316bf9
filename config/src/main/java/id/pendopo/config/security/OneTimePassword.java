package id.pendopo.config.security;

import java.security.SecureRandom;

/** A password that an administrator hands out: it works once, within three days, and only for choosing one's own. */
public record OneTimePassword(String text, String hash) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without those that are taken for another when they are read from paper. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 16;

    /** A fresh password, to be hashed. */
    public static String draw() {
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            drawn.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return drawn.toString();
    }

    @Override
    public String toString() {
        return "OneTimePassword[REDACTED]";
    }
}
