/**
 * The values of the dialogue: conversation, state and facts that go into a turn, decision, replies and commands that
 * come out of it. The entry type is {@link id.pendopo.conversation.dialogue.Conversation}. This package must not know
 * who decides, nor a database, a framework or a bundle of texts.
 */
@NullMarked
package id.pendopo.conversation.dialogue;

import org.jspecify.annotations.NullMarked;
