/**
 * The inbox: takes each inbound event in exactly once (deduplication by its external id) and stores a turn with its
 * answer in one transaction. The entry types are {@link id.pendopo.channels.gateway.inbound.Intake} and {@link
 * id.pendopo.channels.gateway.inbound.StoredInbox}. This package must not know how an event reached the desk, by
 * webhook or by polling, nor any one provider.
 */
@NullMarked
package id.pendopo.channels.gateway.inbound;

import org.jspecify.annotations.NullMarked;
