/**
 * Serves ticketing what it asks of a conversation, as events, transcripts and suggestions, and brings the conversation
 * its tickets and who may see them. The entry types are {@code DeskListener} and {@code Transcripts}. This package
 * must not know how turns are run, nor a page's layout.
 */
@NullMarked
package id.pendopo.conversation.desk;

import org.jspecify.annotations.NullMarked;
