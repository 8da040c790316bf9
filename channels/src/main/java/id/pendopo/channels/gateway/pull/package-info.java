/**
 * Polling consumers: accounts that are asked for what came, each by one node at a time (lease), with an offset that is
 * committed with the event. The entry type is {@link id.pendopo.channels.gateway.pull.Pulls}. This package must not
 * know what an event is about, nor any one provider.
 */
@NullMarked
package id.pendopo.channels.gateway.pull;

import org.jspecify.annotations.NullMarked;
