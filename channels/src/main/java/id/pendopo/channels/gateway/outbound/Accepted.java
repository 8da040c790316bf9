package id.pendopo.channels.gateway.outbound;

import java.util.Optional;

/** A successful dispatch: a message that its provider took. */
public record Accepted(Dispatch dispatch, Optional<String> providerId) {}
