package id.pendopo.conversation.pacing;

import id.pendopo.conversation.dialogue.Pace;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The {@link Pace.Limits} of every line until an administrator changes them, {@code pendopo.conversation.pacing}.
 *
 * @see Pace.Limits
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
