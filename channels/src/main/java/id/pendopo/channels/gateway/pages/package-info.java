/**
 * The page and the API for those who look after messages: what did not get out, why, and a second try. The entry types
 * are {@link id.pendopo.channels.gateway.pages.OutboxPage} and {@link id.pendopo.channels.gateway.pages.MessagesApi}.
 * This package must not know a table, nor any one provider.
 */
@NullMarked
package id.pendopo.channels.gateway.pages;

import org.jspecify.annotations.NullMarked;
