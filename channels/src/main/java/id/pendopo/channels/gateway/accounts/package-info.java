/**
 * The configured channel accounts: bound from the configuration, joined with the adapter of their kind, and registered
 * with their providers. The entry type is {@link id.pendopo.channels.gateway.accounts.Accounts}. This package must not
 * know a message, a table or a web request.
 */
@NullMarked
package id.pendopo.channels.gateway.accounts;

import org.jspecify.annotations.NullMarked;
