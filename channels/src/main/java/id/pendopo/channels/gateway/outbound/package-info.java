/**
 * The outbox: queued messages, their lanes (one worker per conversation, by lease and fence), dispatch with retries,
 * circuit breakers, dead letters and delivery reports. The entry types are {@link
 * id.pendopo.channels.gateway.outbound.StoredOutbox} and {@link id.pendopo.channels.gateway.outbound.Dispatcher}. This
 * package must not know inbound rows, nor any one provider.
 */
@NullMarked
package id.pendopo.channels.gateway.outbound;

import org.jspecify.annotations.NullMarked;
