package id.pendopo.config.security.passkeys;

import java.util.Optional;
import org.springframework.security.core.AuthenticationException;

/** A passkey that proves nothing: not asked for, another's, unknown, or its signature is wrong. Asking again may help. */
public class PasskeyRefused extends AuthenticationException {

    private final transient Optional<String> owner;

    PasskeyRefused(String why, Optional<String> owner) {
        super(why);
        this.owner = owner;
    }

    /** Whose passkey it claimed to be, where that is known. */
    public Optional<String> owner() {
        return owner;
    }
}
