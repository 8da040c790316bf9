/**
 * Live notifications between pages, streams and nodes (publish/subscribe in process and by Redis, with a poll behind),
 * and the rate limits that nodes share. The entry types are {@link id.pendopo.channels.gateway.live.NodeLiveEvents}
 * and {@link id.pendopo.channels.gateway.live.SharedLimits}. This package must not know what a message says, nor any
 * one provider.
 */
@NullMarked
package id.pendopo.channels.gateway.live;

import org.jspecify.annotations.NullMarked;
