/**
 * Decides what is said: a pure function from a conversation, a message and facts to replies and ticket commands, in a
 * durable shell of one transaction. The entry type is {@code Conversations}, which channels know as their
 * {@link id.pendopo.channels.Receiver}. This module must not know a provider, a page's layout or a database's owner.
 */
@NullMarked
package id.pendopo.conversation;

import org.jspecify.annotations.NullMarked;
