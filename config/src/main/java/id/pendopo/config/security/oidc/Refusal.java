package id.pendopo.config.security.oidc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody does not come in by the provider, as the log-in page says it. */
public enum Refusal {
    /** There is no account of that name here. */
    UNKNOWN,
    DISABLED,
    /** The account belongs to another subject of the provider. */
    OTHER,
    /** The provider does not answer, or what it says cannot be believed. */
    AWAY;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Refusal> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
