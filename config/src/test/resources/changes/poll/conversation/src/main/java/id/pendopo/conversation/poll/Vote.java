package id.pendopo.conversation.poll;

import id.pendopo.conversation.dialogue.Command;

/**
 * A vote in the poll.
 *
 * @param conversation who votes again changes the vote
 * @param choice from 1
 */
record Vote(long conversation, int choice) implements Command.Contributed {}
