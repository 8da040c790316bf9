package id.pendopo.conversation.dialogue;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A one-time passcode: six digits that open something once and for a short time. Prints without them. */
public record Passcode(String digits) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern ALONE = Pattern.compile("\\s*(\\d{3})[ .\\-]?(\\d{3})\\s*");

    public Passcode {
        if (!digits.matches("\\d{6}")) {
            throw new IllegalArgumentException("a passcode has six digits");
        }
    }

    /** One that nobody can foresee. */
    public static Passcode random() {
        return new Passcode("%06d".formatted(RANDOM.nextInt(1_000_000)));
    }

    /** The passcode that the whole text is. */
    public static Optional<Passcode> alone(String text) {
        Matcher six = ALONE.matcher(text);
        return six.matches() ? Optional.of(new Passcode(six.group(1) + six.group(2))) : Optional.empty();
    }

    /** {@code 482 913}, as it is written and said. */
    public String grouped() {
        return digits.substring(0, 3) + " " + digits.substring(3);
    }

    @Override
    public String toString() {
        return "Passcode[REDACTED]";
    }
}
