/** What a citizen is told of a ticket: its status, where a number was mistyped, and its move to another line. */
@NullMarked
package id.pendopo.conversation.tracking;

import org.jspecify.annotations.NullMarked;
