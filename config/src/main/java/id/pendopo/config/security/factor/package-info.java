/**
 * The second factor of people who log in: codes of an authenticator app, recovery codes, and what a session has proved. The entry
 * type is {@link id.pendopo.config.security.factor.SecondFactors}. This package must not know passwords, nor what an authority
 * unlocks.
 */
@NullMarked
package id.pendopo.config.security.factor;

import org.jspecify.annotations.NullMarked;
