/**
 * The service provider interface of channels: what a channel adapter implements, the optional capabilities beside it,
 * and the requests and failures they exchange. The entry type is {@link id.pendopo.channels.adapter.ChannelAdapter}.
 * This package must not know any provider, nor where messages are stored.
 */
@NullMarked
package id.pendopo.channels.adapter;

import org.jspecify.annotations.NullMarked;
