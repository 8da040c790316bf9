package id.pendopo.channels.adapter.window;

import java.time.Instant;
import java.util.Optional;

/**
 * The reply window (customer service window) of one person at the moment at which a message is sent.
 *
 * @param lastWrote when the person last wrote, by the provider's clock; empty on a line without a window, and where nobody
 *     knows (any more)
 * @param standing what may be said now
 * @param template what is sent instead of the message's own words; only when the window is closed
 */
public record ReplyWindow(Optional<Instant> lastWrote, Standing standing, Optional<MessageTemplate.Filled> template) {

    /** No window, or nobody knows: anything may be said, and the provider has the last word. */
    public static final ReplyWindow NONE = new ReplyWindow(Optional.empty(), Standing.OPEN, Optional.empty());

    /** What may be said; a closed set. */
    public enum Standing {
        /** Anything. */
        OPEN,
        /** What a person at the desk wrote. */
        AGENTS,
        /** Approved templates. */
        CLOSED
    }

    /** Without a template. */
    public static ReplyWindow of(Optional<Instant> lastWrote, Standing standing) {
        return new ReplyWindow(lastWrote, standing, Optional.empty());
    }

    /** A closed window through which a template goes. */
    public ReplyWindow by(MessageTemplate.Filled filled) {
        return new ReplyWindow(lastWrote, Standing.CLOSED, Optional.of(filled));
    }

    /** Whether only a person's words surely go through: a window that is known to be open for all needs no such mark. */
    public boolean personsOnly() {
        return standing == Standing.AGENTS || lastWrote.isEmpty();
    }
}
