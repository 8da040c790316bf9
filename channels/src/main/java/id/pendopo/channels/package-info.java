/**
 * Channels of communication (omnichannel messaging gateway): takes what providers send, in one neutral form, and
 * delivers what the desk says, on the channel it came from. The entry types are {@link id.pendopo.channels.Inbox},
 * {@link id.pendopo.channels.Outbox} and, for those who write an adapter,
 * {@link id.pendopo.channels.adapter.ChannelAdapter}. This module must not know what a conversation, an article or a
 * ticket is.
 */
@NullMarked
package id.pendopo.channels;

import org.jspecify.annotations.NullMarked;
