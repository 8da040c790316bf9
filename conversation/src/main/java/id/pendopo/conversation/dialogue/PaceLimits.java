package id.pendopo.conversation.dialogue;

import java.time.Duration;

/**
 * The pacing limits of a line: from when on the bot stops answering somebody; a person does not get there.
 *
 * @param sameText answers to one text of three words or more, until an hour passes without it
 * @param sameWord answers to one shorter text, such as STATUS
 * @param inARow answers to messages that each come within {@code rightBehind} of the one before
 * @param rightBehind so fast nobody reads an answer and writes the next message for long
 * @param paidAnswers answers within an hour to one number, on a line that pays by the segment
 */
public record PaceLimits(int sameText, int sameWord, int inARow, Duration rightBehind, int paidAnswers) {

    /** Where nobody set others. */
    public static final PaceLimits STANDARD = new PaceLimits(5, 10, 30, Duration.ofSeconds(10), 60);

    public PaceLimits {
        if (sameText < 1 || sameWord < 1 || inARow < 1 || paidAnswers < 1) {
            throw new IllegalArgumentException("everybody is answered at least once");
        }
    }
}
