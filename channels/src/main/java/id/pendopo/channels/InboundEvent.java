package id.pendopo.channels;

import java.time.Instant;

/**
 * An inbound event: what a provider can tell us; a closed set. What fits none of these is acknowledged, dropped and
 * counted.
 */
public sealed interface InboundEvent permits InboundMessage, MessageChanged, DeliveryReport, AddressEvent {

    /** The account's name. */
    String account();

    /** Names the event at the provider, unique within the account; repeated when the provider repeats it. */
    String externalId();

    /** When it happened by the provider's clock, or when we received it if the provider does not say. */
    Instant at();
}
