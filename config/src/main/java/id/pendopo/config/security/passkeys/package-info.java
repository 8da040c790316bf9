/**
 * Passkeys (WebAuthn) of people who log in: registered, proved, listed, removed, and the log-in by one alone. The entry type is
 * {@link id.pendopo.config.security.passkeys.Passkeys}. This package must not know passwords, codes, nor what an authority
 * unlocks.
 */
@NullMarked
package id.pendopo.config.security.passkeys;

import org.jspecify.annotations.NullMarked;
