/**
 * Lines of communication: takes what providers send, in one neutral form, and delivers what the desk says, on the line
 * it came from. The entry types are {@link id.pendopo.channels.Inbox} and {@link id.pendopo.channels.Outbox}. This
 * module must not know what a conversation, an article or a ticket is.
 */
@NullMarked
package id.pendopo.channels;

import org.jspecify.annotations.NullMarked;
