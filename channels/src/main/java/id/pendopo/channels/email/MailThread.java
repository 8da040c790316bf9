package id.pendopo.channels.email;

import id.pendopo.channels.InboundMessage.ReplyHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The thread that replies to a citizen's mail go on, as their reply handle keeps it.
 *
 * @param id the mail's Message-ID
 * @param references of the mails before it, the oldest first
 * @param subject without what clients put before it in replies
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4">RFC 5322, In-Reply-To and References</a>
 */
record MailThread(String id, List<String> references, String subject) {

    /** The first, and the latest of the others: clients join threads by either end. */
    private static final int MOST = 10;

    private static final Duration LASTS = Duration.ofDays(365);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    MailThread {
        references = List.copyOf(references);
    }

    static Optional<MailThread> of(ReplyHandle handle) {
        try {
            return Optional.of(JSON.readValue(handle.token(), MailThread.class));
        } catch (JacksonException foreign) {
            return Optional.empty();
        }
    }

    ReplyHandle handle(Instant now) {
        return new ReplyHandle(JSON.writeValueAsString(this), now.plus(LASTS), true);
    }

    /** The References of a reply to it. */
    String line() {
        List<String> all = new ArrayList<>(
                Stream.concat(references.stream(), Stream.of(id)).toList());
        while (all.size() > MOST) {
            all.remove(1);
        }
        return String.join("\r\n ", all);
    }
}
