package id.pendopo.channels;

import java.time.Instant;
import java.util.Optional;

/**
 * An edited or deleted message: a citizen edited or withdrew a message.
 *
 * @param originalId the external id of the message that changed
 * @param text the new text; empty when it was withdrawn
 */
public record MessageChanged(
        String account, String externalId, Instant at, Address from, String originalId, Optional<String> text)
        implements InboundEvent {

    public MessageChanged {
        externalId = Address.ExternalName.of(externalId);
        originalId = Address.ExternalName.of(originalId);
        text = text.map(Legible::text);
    }

    @Override
    public String toString() {
        return "MessageChanged[" + account + ", " + externalId + "]";
    }
}
