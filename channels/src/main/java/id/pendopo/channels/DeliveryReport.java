package id.pendopo.channels;

import java.time.Instant;
import java.util.Optional;

/**
 * A delivery status: what became of a message that we sent.
 *
 * @param providerId the provider's id of that message; empty means every message to this address before {@code at}
 * @param reason the provider's error code, when it failed
 */
public record DeliveryReport(
        String account,
        String externalId,
        Instant at,
        Optional<String> providerId,
        Optional<Address> to,
        Status status,
        Optional<String> reason)
        implements InboundEvent {

    public DeliveryReport {
        externalId = Address.ExternalName.of(externalId);
        providerId = providerId.map(Address.ExternalName::of);
    }

    /** In the order in which they may follow each other; a state never goes back. */
    public enum Status {
        SENT,
        DELIVERED,
        READ,
        FAILED
    }
}
