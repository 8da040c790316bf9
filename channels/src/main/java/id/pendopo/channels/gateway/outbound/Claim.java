package id.pendopo.channels.gateway.outbound;

import java.time.Instant;

/**
 * A lease on a conversation, with a fencing token: a conversation that a worker holds for a while, alone.
 *
 * @param fence a number that no other claim has; whoever does not hold the latest one of the conversation has lost it
 * @param leaseUntil when others may think that the worker died
 */
public record Claim(long conversation, long fence, Instant leaseUntil) {}
