package id.pendopo.channels;

import java.time.Instant;
import java.util.Optional;

/**
 * A delivery status: what became of a message that we sent.
 *
 * @param providerId the provider's id of that message; empty means every message to this address before {@code at}
 * @param reason the provider's error code, when it failed
 * @param remedy what helps against that reason
 */
public record DeliveryReport(
        String account,
        String externalId,
        Instant at,
        Optional<String> providerId,
        Optional<Address> to,
        Status status,
        Optional<String> reason,
        Remedy remedy)
        implements InboundEvent {

    public DeliveryReport {
        externalId = Address.ExternalName.of(externalId);
        providerId = providerId.map(Address.ExternalName::of);
    }

    /** A report against whose reason nothing helps, or that has none. */
    public DeliveryReport(
            String account,
            String externalId,
            Instant at,
            Optional<String> providerId,
            Optional<Address> to,
            Status status,
            Optional<String> reason) {
        this(account, externalId, at, providerId, to, status, reason, Remedy.NONE);
    }

    /** The same report where something helps. */
    public DeliveryReport with(Remedy helps) {
        return new DeliveryReport(account, externalId, at, providerId, to, status, reason, helps);
    }

    /** What helps against a failure; a closed set. */
    public enum Remedy {
        NONE,
        /** Too many at once: the same again, later. */
        LATER,
        /** The person has not written for too long: by a template, or on another line. */
        OTHER_WAY
    }

    /** In the order in which they may follow each other; a state never goes back. */
    public enum Status {
        SENT,
        DELIVERED,
        READ,
        FAILED
    }
}
