/**
 * The health of channel accounts: what providers say of them, what went through them, and who is told when one falls silent.
 * The entry type is {@link id.pendopo.channels.gateway.health.AccountHealth}. This package must not know a provider, nor what
 * was said.
 */
@NullMarked
package id.pendopo.channels.gateway.health;

import org.jspecify.annotations.NullMarked;
