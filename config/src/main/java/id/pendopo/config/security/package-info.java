/**
 * Who may do what: log-in, roles, API keys, headers. The entry type is {@link id.pendopo.config.security.Users}. This package
 * must not know what an authority unlocks.
 */
@NullMarked
package id.pendopo.config.security;

import org.jspecify.annotations.NullMarked;
