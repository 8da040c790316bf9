/**
 * What a citizen is told of a ticket: its status, where a number was mistyped, and its move to another line. The entry
 * type is {@link id.pendopo.conversation.tracking.StatusAnswers}. This package must not know how a ticket is worked on,
 * nor how the words are shown on a channel.
 */
@NullMarked
package id.pendopo.conversation.tracking;

import org.jspecify.annotations.NullMarked;
