package id.pendopo.ticketing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The port to messaging: the transcript with the citizen of a ticket, who holds the floor, the citizen card, reply limits
 * and file links.
 * Without an implementation the pages leave these parts out.
 */
public interface Correspondence {

    /**
     * Messages of the ticket's conversation, oldest first.
     *
     * @param language in which reasons are told; messages are in the conversation's own
     */
    List<Line> transcript(Ticket ticket, Locale language);

    Optional<CitizenCard> citizen(Ticket ticket);

    /** Whether an agent speaks with the citizen about the ticket, and the bot is mute; as the caller's transaction sees it. */
    boolean held(Ticket ticket);

    /** The conversations with the person of this one, on whatever line, itself among them. */
    default List<Long> ofSamePerson(long conversation) {
        return List.of(conversation);
    }

    /**
     * What a reply would cost on the line it will leave by.
     *
     * @return empty when the citizen cannot be reached
     */
    Optional<ReplyLimits> limits(Ticket ticket, String text);

    /**
     * How a reply would reach the citizen now.
     *
     * @param speaker the agent's name for citizens
     * @param text as far as it is written
     * @param language in which reasons are told
     * @return empty on a line on which citizens can be answered for as long as one likes
     */
    default Optional<ReplyWindow> window(Ticket ticket, Optional<String> speaker, String text, Locale language) {
        return Optional.empty();
    }

    /** What a kind of line is called and shown by; the plain one for a kind that nobody speaks for (any more). */
    default Channel channel(String kind) {
        return Channel.PLAIN;
    }

    /**
     * Keeps a file that an agent is to send with a reply; it is forgotten within the hour unless one has it.
     *
     * @param name what it is called on the agent's computer
     * @throws FileRefused with why; the agent is told what to send instead
     */
    default File keep(Ticket ticket, String name, byte[] file) throws FileRefused {
        throw new FileRefused("unreachable");
    }

    /** How the files fare that agents sent with a ticket, or may send; those that are not the ticket's are left out. */
    default List<File> files(Ticket ticket, List<String> ids) {
        return List.of();
    }

    /** Signed links to files, by their id. */
    Optional<String> link(String attachment);

    /**
     * A kind of line as people know it.
     *
     * @param name what keys of its name end in, without a provider: {@code sms}
     * @param icon the picture's id in {@code icons.svg}
     */
    record Channel(String name, String icon) {

        /** "Another". */
        public static final Channel PLAIN = new Channel("other", "form");
    }

    /**
     * One message.
     *
     * @param id of our message, for trying it again; empty for the citizen's
     * @param author {@code citizen}, {@code bot}, {@code agent} or {@code desk}
     * @param events the ticket's events that its turn led to or tells of, by the version that each gave the ticket
     * @param state how a message of ours fares, a key such as {@code sent}; empty for the citizen's
     * @param reason why it failed, in words
     * @param files what came with it
     */
    record Line(
            Optional<Long> id,
            Instant at,
            String author,
            String text,
            List<Long> events,
            Optional<String> state,
            Optional<String> reason,
            List<File> files) {

        public Line {
            events = List.copyOf(events);
            files = List.copyOf(files);
        }

        @Override
        public String toString() {
            return "Line[" + author + "]";
        }
    }

    /** A file of an agent that is not kept. */
    final class FileRefused extends Exception {

        private final String why;

        /** @param why a key as {@link File#standing}, or {@code no_room}, {@code infected} or {@code unscanned} */
        public FileRefused(String why) {
            super(why);
            this.why = why;
        }

        public String why() {
            return why;
        }
    }

    /**
     * A file that a citizen or an agent sent.
     *
     * @param id what {@link #link} opens
     * @param type the media type, {@code image/jpeg}
     * @param size bytes, 0 until it is kept
     * @param standing {@code expected}, {@code stored}, or why it is not kept: {@code too_large}, {@code type},
     *     {@code unreadable}, {@code elsewhere} or {@code unreachable}
     * @param name what an agent's file is called; empty of a citizen's
     */
    record File(String id, String type, long size, String standing, String name) {

        public File(String id, String type, long size, String standing) {
            this(id, type, size, standing, "");
        }

        public boolean opens() {
            return standing.equals("stored");
        }

        @Override
        public String toString() {
            return "File[" + id + "]";
        }
    }

    /**
     * Who the citizen is, as far as an agent needs to know.
     *
     * @param address masked
     * @param codes earlier tickets of the same citizen, newest first
     */
    record CitizenCard(String address, String channel, String language, String consent, List<TicketCode> codes) {}

    /**
     * What fits on the line.
     *
     * @param line the account's name and kind in words
     * @param segments how many messages the text costs; 1 where messages are free
     * @param forces characters that make an SMS twice as dear
     * @param allowance whether the line may be written on
     */
    record ReplyLimits(
            String line, int used, int fits, int segments, int maxSegments, String forces, Allowance allowance) {}

    /**
     * The reply window of a citizen on a line that takes free words only for a while after they wrote.
     *
     * @param until when free words stop, or stopped, to reach them
     * @param template the name of that by which a reply goes; empty by none
     * @param text what the citizen reads of it
     * @param reason why it does not go and what to do, in words; empty when it goes
     */
    record ReplyWindow(Instant until, Passage passage, String template, String text, String reason) {

        @Override
        public String toString() {
            return "ReplyWindow[" + until + ", " + passage + "]";
        }
    }

    /** A way to a citizen; a closed set. */
    enum Passage {
        /** As it was written. */
        FREE,
        /** In words that the provider has approved, with the reply in their midst. */
        TEMPLATE,
        /** On the line for text messages. */
        TEXT_MESSAGE,
        NONE
    }

    /** Whether the line may be written on; a closed set. */
    enum Allowance {
        FREE,
        /** It has spent what it may today; people at the desk go on, and should know. */
        SPENT,
        /** It does not write to the country of the number. */
        ABROAD
    }
}
