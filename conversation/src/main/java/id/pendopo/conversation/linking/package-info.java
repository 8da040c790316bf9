/**
 * Links a ticket to conversations on several channels and transfers tickets and forms between them, by one-time
 * passcodes. The entry types are {@link id.pendopo.conversation.linking.LinkedConversations} and
 * {@link id.pendopo.conversation.linking.Transfers}. This package must not know how turns are run, nor the desk's
 * pages.
 */
@NullMarked
package id.pendopo.conversation.linking;

import org.jspecify.annotations.NullMarked;
