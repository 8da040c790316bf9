package id.pendopo.channels.gateway.outbound;

/** A failed dispatch with what was decided about it, once. */
public record Judged(Undelivered undelivered, FailureDecision decision) {}
