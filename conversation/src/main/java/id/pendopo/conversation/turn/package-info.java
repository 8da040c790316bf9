/**
 * Runs the turns: takes messages in, has their facts gathered, decided on and answered in one transaction. The entry
 * type is {@code Conversations}, which channels know as their {@link id.pendopo.channels.Receiver}. This package must
 * not know how a decision comes about, nor how a conversation is stored.
 */
@NullMarked
package id.pendopo.conversation.turn;

import org.jspecify.annotations.NullMarked;
