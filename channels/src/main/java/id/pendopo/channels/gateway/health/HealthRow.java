package id.pendopo.channels.gateway.health;

import id.pendopo.channels.adapter.HealthCheck.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a provider last said of an account.
 *
 * @param failure the provider's code; empty when all is well
 * @param facts what it told
 */
public record HealthRow(String account, Instant at, Optional<String> failure, List<Fact> facts) {

    public HealthRow {
        facts = List.copyOf(facts);
    }

    /** The value of a fact, if it was told. */
    public Optional<String> fact(Fact.Kind kind) {
        return facts.stream()
                .filter(fact -> fact.kind() == kind)
                .map(Fact::value)
                .findFirst();
    }
}
