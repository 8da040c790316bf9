/**
 * Log-in by the office's own OpenID Connect provider: who its people are here. The entry type is {@link id.pendopo.config.security.oidc.OidcLogin}.
 * This package must not know what somebody may do: roles are those of the account, never the provider's.
 */
@NullMarked
package id.pendopo.config.security.oidc;

import org.jspecify.annotations.NullMarked;
