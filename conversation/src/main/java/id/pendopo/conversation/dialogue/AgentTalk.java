package id.pendopo.conversation.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time that an agent holds the floor.
 *
 * @param spoke when the agent last wrote, or took the floor
 * @param reads the opening of the office until which the citizen was told to wait; empty when nothing was said of it
 */
public record AgentTalk(Instant spoke, Optional<Instant> reads) {

    /** The agent writes at this moment. */
    public static AgentTalk at(Instant now) {
        return new AgentTalk(now, Optional.empty());
    }

    /** The citizen was told that the agent reads when the office opens. */
    public AgentTalk reading(Instant opening) {
        return new AgentTalk(spoke, Optional.of(opening));
    }

    public boolean silent(Duration span, Instant now) {
        return !spoke.plus(span).isAfter(now);
    }
}
