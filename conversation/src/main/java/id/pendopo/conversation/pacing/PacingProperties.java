package id.pendopo.conversation.pacing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From when on the bot stops answering somebody, {@code pendopo.conversation.pacing}; a person does not get there.
 *
 * @param sameText answers to one text of three words or more, until an hour passes without it
 * @param sameWord answers to one shorter text, such as STATUS
 * @param inARow answers to messages that each come within {@code rightBehind} of the one before
 * @param rightBehind so fast nobody reads an answer and writes the next message for long
 * @param paidAnswers answers within an hour to one number, on a line that pays by the segment
 */
@ConfigurationProperties("pendopo.conversation.pacing")
record PacingProperties(
        @DefaultValue("5") int sameText,
        @DefaultValue("10") int sameWord,
        @DefaultValue("30") int inARow,
        @DefaultValue("10s") Duration rightBehind,
        @DefaultValue("60") int paidAnswers) {

    PacingProperties {
        if (sameText < 1 || sameWord < 1 || inARow < 1 || paidAnswers < 1) {
            throw new IllegalArgumentException("pendopo.conversation.pacing answers everybody at least once");
        }
    }
}
