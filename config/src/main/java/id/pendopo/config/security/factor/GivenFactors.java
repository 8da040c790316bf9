package id.pendopo.config.security.factor;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** The authentication factors that a session has proved, as Spring Security names them in its authorities: {@code FACTOR_PASSWORD}. */
public record GivenFactors(Set<String> names) {

    /** A code of an authenticator app, or a recovery code in its place. */
    public static final String CODE = "FACTOR_CODE";

    /** Something beside a password, at the provider that the office logs in by. */
    public static final String PROVIDER = "FACTOR_PROVIDER";

    /** A passkey, beside a password or, when it verified its user, instead of one. */
    public static final String PASSKEY = FactorGrantedAuthority.WEBAUTHN_AUTHORITY;

    private static final String PREFIX = "FACTOR_";

    public GivenFactors {
        names = Set.copyOf(names);
    }

    /** What this log-in or session has proved; nothing for nobody. */
    public static GivenFactors of(@Nullable Authentication who) {
        return new GivenFactors(
                who == null
                        ? Set.of()
                        : who.getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .filter(name -> name != null && name.startsWith(PREFIX))
                                .collect(Collectors.toSet()));
    }

    public GivenFactors and(String factor) {
        return new GivenFactors(Stream.concat(names.stream(), Stream.of(factor)).collect(Collectors.toSet()));
    }

    public boolean password() {
        return names.contains(FactorGrantedAuthority.PASSWORD_AUTHORITY);
    }

    /** Whether something beside a password was proved. */
    public boolean second() {
        return names.contains(CODE) || names.contains(PROVIDER) || names.contains(PASSKEY);
    }
}
