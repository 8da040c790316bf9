package id.pendopo.channels;

import java.util.Optional;

/** A message that its provider took. */
record Accepted(Dispatch dispatch, Optional<String> providerId) {}
