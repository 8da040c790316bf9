/**
 * Stores citizens, their conversations and the turns of these, with a cache of the newest; a conversation's row is the
 * lock of its turns. The entry type is {@link id.pendopo.conversation.store.ConversationStore}. This package must not
 * know why a conversation changes, nor which tickets belong to it.
 */
@NullMarked
package id.pendopo.conversation.store;

import org.jspecify.annotations.NullMarked;
