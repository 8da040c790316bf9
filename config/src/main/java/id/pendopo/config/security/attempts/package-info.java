/**
 * How often somebody tried to log in, from where, and from which browsers they did before, and who came to a closed door:
 * strangers lock themselves out and nobody else. The entry type is {@link id.pendopo.config.security.attempts.LoginAttempts}. This package must not know
 * passwords, nor whether an account of a name exists.
 */
@NullMarked
package id.pendopo.config.security.attempts;

import org.jspecify.annotations.NullMarked;
