package id.pendopo.channels.gateway.outbound;

import java.util.Optional;

/** A message that its provider took. */
public record Accepted(Dispatch dispatch, Optional<String> providerId) {}
