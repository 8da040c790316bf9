package id.pendopo.config.security.passkeys;

import java.time.Instant;
import java.util.Optional;

/**
 * A passkey as its owner sees it.
 *
 * @param key the credential's id in Base64url
 * @param used when it was proved the last time; empty: never yet
 */
public record Passkey(String key, String label, Instant created, Optional<Instant> used) {}
