/**
 * A poll: one question with choices, and the votes of who answered it. The entry type is {@link
 * id.pendopo.conversation.poll.PollConfiguration}, which gives the dialogue its responder. This package must not know a
 * channel, nor the words that citizens read.
 */
@NullMarked
package id.pendopo.conversation.poll;

import org.jspecify.annotations.NullMarked;
