package id.pendopo.ticketing;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A ticket's reference number: 10 digits, nine drawn from a secure source and a Damm check digit, so that it can be
 * typed on a keypad and said on the phone. An anonymous reporter's receipt has 16 digits, the last one a check digit
 * too.
 *
 * @param digits 10 or 16 digits
 */
public record TicketCode(String digits) {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Pattern DIGITS = Pattern.compile("\\d{10}|\\d{16}");

    /** Damm, H. M.: "Total anti-symmetrische Quasigruppen", 2004, the quasigroup of order 10. */
    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    public TicketCode {
        if (!DIGITS.matcher(digits).matches() || check(digits) != 0) {
            throw new IllegalArgumentException("a ticket code has 10 or 16 digits, the last one a check digit");
        }
    }

    /** A fresh ticket code; that it is free is known only when the ticket is stored. */
    public static TicketCode random() {
        return draw(1_000_000_000L);
    }

    /** A fresh receipt for somebody who stays anonymous. */
    public static TicketCode anonymousReceipt() {
        return draw(1_000_000_000_000_000L);
    }

    /** The code in what somebody typed ("482 177 3021", "482-177-3021"); empty when it is none. */
    public static Optional<TicketCode> parse(String typed) {
        String digits = typed.replaceAll("[\\s.\\-]", "");
        return DIGITS.matcher(digits).matches() && check(digits) == 0
                ? Optional.of(new TicketCode(digits))
                : Optional.empty();
    }

    /** @param bound a power of ten; a number below it is drawn and written with all its zeros */
    private static TicketCode draw(long bound) {
        String digits = Long.toString(bound + RANDOM.nextLong(bound)).substring(1);
        return new TicketCode(digits + check(digits));
    }

    private static int check(String digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = DAMM[interim][digits.charAt(i) - '0'];
        }
        return interim;
    }

    /** As people read it: {@code 482 177 3021}, a receipt in groups of four. */
    public String grouped() {
        return digits.length() == 10
                ? digits.replaceFirst("(\\d{3})(\\d{3})(\\d{4})", "$1 $2 $3")
                : digits.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    @Override
    public String toString() {
        return digits;
    }
}
