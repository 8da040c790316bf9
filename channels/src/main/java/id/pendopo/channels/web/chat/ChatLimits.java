package id.pendopo.channels.web.chat;

import id.pendopo.channels.Limits;
import id.pendopo.channels.web.ChatFailed;
import id.pendopo.channels.web.sessions.ChatSession;
import id.pendopo.ui.NetworkName;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The rate limits of the web chat: how fast the web chat may be used. Whole villages share an address, so beginning is
 * limited far above one person.
 */
@Component
final class ChatLimits implements Limits.Use {

    static final String BEGUN = "chat-begun";
    static final String MESSAGES = "chat-messages";
    static final String FILES = "chat-files";
    static final String FILE_MEGABYTES = "chat-file-megabytes";

    private static final String BEGIN = "chat/begin/";
    private static final String MESSAGE = "chat/message/";
    private static final String FILE = "chat/file/";
    private static final String BYTES = "chat/bytes/";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MEGABYTE = 1 << 20;

    private final Limits limits;
    private final Limits.Values values;

    ChatLimits(Limits limits, Limits.Values values) {
        this.limits = limits;
        this.values = values;
    }

    void begins(HttpServletRequest request) {
        from(request).ifPresent(name -> check(BEGIN + name, values.of(BEGUN), MINUTE));
    }

    void says(ChatSession session) {
        check(MESSAGE + session.conversation(), values.of(MESSAGES), MINUTE);
    }

    /** Counts the file for the chat, and each megabyte that it began for the address. */
    void uploads(ChatSession session, long bytes, HttpServletRequest request) {
        check(FILE + session.conversation(), values.of(FILES), MINUTE);
        from(request).ifPresent(name -> {
            for (long begun = 0; begun < bytes; begun += MEGABYTE) {
                check(BYTES + name, values.of(FILE_MEGABYTES), HOUR);
            }
        });
    }

    private void check(String what, long times, Duration within) {
        Optional<Duration> wait = limits.exceeded(what, (int) times, within);
        if (wait.isPresent()) {
            throw ChatFailed.tooOften(wait.get());
        }
    }

    /** The network without its address; a desk behind a proxy that hides the citizens' addresses must not take them all for one. */
    private static Optional<String> from(HttpServletRequest request) {
        return NetworkName.of(request.getRemoteAddr());
    }

    @Override
    public Map<String, Long> now() {
        return Map.of(
                BEGUN, limits.busiest(BEGIN),
                MESSAGES, limits.busiest(MESSAGE),
                FILES, limits.busiest(FILE),
                FILE_MEGABYTES, limits.busiest(BYTES));
    }
}
