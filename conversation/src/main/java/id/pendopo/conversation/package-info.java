/**
 * Decides what is said: a pure function from a conversation, a message and facts to replies and ticket commands, in a
 * durable shell of one transaction. This package has the configuration and nothing else, since the module is known by
 * what it implements for others: the entry type is {@code turn.Conversations}, a {@link id.pendopo.channels.Receiver}.
 * This module must not know a provider, a page's layout or a database's owner.
 */
@NullMarked
package id.pendopo.conversation;

import org.jspecify.annotations.NullMarked;
