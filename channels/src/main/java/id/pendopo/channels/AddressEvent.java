package id.pendopo.channels;

import java.time.Instant;

/** An opt-in or opt-out: something happened to the line with one person, without a message. */
public record AddressEvent(String account, String externalId, Instant at, Address address, What what)
        implements InboundEvent {

    public AddressEvent {
        externalId = Address.ExternalName.of(externalId);
    }

    /** What can happen to a line. */
    public enum What {
        STARTED,
        BLOCKED,
        UNBLOCKED,
        OPTED_OUT,
        OPTED_IN,
        /** The person left it for another, from which nobody here has heard yet; it may become somebody else's. */
        MOVED,
        CALL_ENDED,
        SESSION_ENDED
    }
}
