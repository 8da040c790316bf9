package id.pendopo.channels;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An inbound message: what a citizen said, on whatever line.
 *
 * @param kind the kind of line, such as {@code twilio-sms} or {@code web}
 * @param text trimmed and {@linkplain Legible legible}; empty when only a choice, a place or files came
 * @param choice the id of a pressed button; a typed "1" stays text, the conversation knows what it means
 * @param language what the citizen's client asked for, empty if it did not say
 * @param named how the provider names the message itself, where later events do not name it by the external id
 * @param shortened whether more was sent than the line takes; the text is its beginning then
 * @param replyHandle what the provider gives to answer this very message by, while it lives; kept with the message and handed
 *     to the adapter with the first reply that it sends of the turn
 * @param repliesTo what of ours is answered, where the citizen's client says so
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
        Optional<Named> named,
        boolean shortened,
        Optional<ReplyHandle> replyHandle,
        Optional<RepliesTo> repliesTo)
        implements InboundEvent {

    public InboundMessage {
        externalId = Address.ExternalName.of(externalId);
        text = Legible.text(text);
        attachments = List.copyOf(attachments);
    }

    /**
     * A message as its provider names it.
     *
     * @param id unique with one person; what {@link MessageChanged#originalId} says
     * @param album what is common to files that were sent together, each as a message of its own
     */
    public record Named(String id, Optional<String> album) {

        public Named {
            id = Address.ExternalName.of(id);
            album = album.map(Address.ExternalName::of);
        }
    }

    /**
     * A reply token: good for one answer to one message, or what later messages go on from.
     *
     * @param token opaque; whoever has it can answer
     * @param until when it ends
     * @param lasting whether every message to the person that has none of its own may be given it, until it ends
     */
    public record ReplyHandle(String token, Instant until, boolean lasting) {

        /** Good for one answer. */
        public ReplyHandle(String token, Instant until) {
            this(token, until, false);
        }

        @Override
        public String toString() {
            return "ReplyHandle[REDACTED, " + until + "]";
        }
    }

    /**
     * The thread of a reply.
     *
     * @param messages our messages that it may answer by their provider ids, the likeliest first
     * @param ticket the digits of the ticket that they were about, as far as it is known; the sender's own or not
     */
    public record RepliesTo(List<String> messages, Optional<String> ticket) {

        public RepliesTo {
            messages = List.copyOf(messages);
        }
    }

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

    /** A whole message. */
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
            Optional<Locale> language,
            Optional<Named> named) {
        this(
                account,
                externalId,
                at,
                kind,
                from,
                text,
                choice,
                location,
                attachments,
                language,
                named,
                false,
                Optional.empty(),
                Optional.empty());
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
        return new InboundMessage(
                account,
                externalId,
                at,
                kind,
                from,
                text,
                choice,
                location,
                files,
                language,
                named,
                shortened,
                replyHandle,
                repliesTo);
    }

    /** The same, to be answered by this. */
    public InboundMessage with(ReplyHandle handle) {
        return new InboundMessage(
                account,
                externalId,
                at,
                kind,
                from,
                text,
                choice,
                location,
                attachments,
                language,
                named,
                shortened,
                Optional.of(handle),
                repliesTo);
    }

    /** The same in the thread of this. */
    public InboundMessage with(RepliesTo thread) {
        return new InboundMessage(
                account,
                externalId,
                at,
                kind,
                from,
                text,
                choice,
                location,
                attachments,
                language,
                named,
                shortened,
                replyHandle,
                Optional.of(thread));
    }

    /** The same with these words, and nothing beside. */
    public InboundMessage saying(String words) {
        return new InboundMessage(
                account,
                externalId,
                at,
                kind,
                from,
                words,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                language,
                named,
                shortened,
                replyHandle,
                repliesTo);
    }

    /** The same with only its beginning. */
    public InboundMessage shortened(String beginning) {
        return new InboundMessage(
                account,
                externalId,
                at,
                kind,
                from,
                beginning,
                choice,
                location,
                attachments,
                language,
                named,
                true,
                replyHandle,
                repliesTo);
    }

    @Override
    public String toString() {
        return "InboundMessage[" + account + ", " + externalId + "]";
    }
}
