/**
 * Menus that keys answer: what is offered to a caller, and on the screen of a telephone without internet. The entry type is
 * {@link id.pendopo.conversation.keypad.Menu}. This package must not know any channel, nor where a conversation is stored.
 */
@NullMarked
package id.pendopo.conversation.keypad;

import org.jspecify.annotations.NullMarked;
