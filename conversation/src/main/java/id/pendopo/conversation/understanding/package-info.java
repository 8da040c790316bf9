/**
 * Reads the surface of a message: words, choices, global commands, emergencies, profanity, places and scores, by the phrases
 * of the languages. The entry type is {@link id.pendopo.conversation.understanding.MessageText}. This package must
 * not know the conversation, its state or what is answered.
 */
@NullMarked
package id.pendopo.conversation.understanding;

import org.jspecify.annotations.NullMarked;
