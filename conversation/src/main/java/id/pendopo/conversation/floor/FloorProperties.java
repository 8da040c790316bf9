package id.pendopo.conversation.floor;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long an agent who holds the floor may be silent, {@code pendopo.conversation.floor}.
 *
 * @param answersAfter from then on the bot answers a clear question beside the agent; outside the unit's hours at once
 * @param returnsAfter from then on the floor is the bot's again when the citizen writes
 */
@ConfigurationProperties("pendopo.conversation.floor")
public record FloorProperties(
        @DefaultValue("10m") Duration answersAfter,
        @DefaultValue("4h") Duration returnsAfter) {

    public static final FloorProperties SHIPPED = new FloorProperties(Duration.ofMinutes(10), Duration.ofHours(4));

    public FloorProperties {
        if (answersAfter.isNegative() || returnsAfter.compareTo(answersAfter) < 0) {
            throw new IllegalArgumentException(
                    "pendopo.conversation.floor returns the floor no sooner than the bot answers beside an agent");
        }
    }
}
