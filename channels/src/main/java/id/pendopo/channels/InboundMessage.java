package id.pendopo.channels;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An inbound message: what a citizen said, on whatever line.
 *
 * @param kind the kind of line, such as {@code twilio-sms} or {@code web}
 * @param text trimmed, without control and format characters, which nobody sees and which can hide words or turn them
 *     around; empty when only a choice, a place or files came
 * @param choice the id of a pressed button; a typed "1" stays text, the conversation knows what it means
 * @param language what the citizen's client asked for, empty if it did not say
 * @param named how the provider names the message itself, where later events do not name it by the external id
 */
public record InboundMessage(
        String account,
        String externalId,
        Instant at,
        String kind,
        Address from,
        String text,
        Optional<String> choice,
        Optional<Location> location,
        List<Attachment> attachments,
        Optional<Locale> language,
        Optional<Named> named)
        implements InboundEvent {

    /** All but the joiners, of which emoji and some scripts are made. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]|[\\p{Cf}&&[^\\u200C\\u200D]]");

    public InboundMessage {
        text = UNSEEN.matcher(text).replaceAll("");
        attachments = List.copyOf(attachments);
    }

    /**
     * A message as its provider names it.
     *
     * @param id unique with one person; what {@link MessageChanged#originalId} says
     * @param album what is common to files that were sent together, each as a message of its own
     */
    public record Named(String id, Optional<String> album) {}

    /** A message that later events name by its external id. */
    public InboundMessage(
            String account,
            String externalId,
            Instant at,
            String kind,
            Address from,
            String text,
            Optional<String> choice,
            Optional<Location> location,
            List<Attachment> attachments,
            Optional<Locale> language) {
        this(account, externalId, at, kind, from, text, choice, location, attachments, language, Optional.empty());
    }

    /** A plain text message. */
    public static InboundMessage text(
            String account, String externalId, Instant at, String kind, Address from, String text) {
        return new InboundMessage(
                account,
                externalId,
                at,
                kind,
                from,
                text,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** The same with other files. */
    public InboundMessage with(List<Attachment> files) {
        return new InboundMessage(account, externalId, at, kind, from, text, choice, location, files, language, named);
    }

    @Override
    public String toString() {
        return "InboundMessage[" + account + ", " + externalId + "]";
    }
}
