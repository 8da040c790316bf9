package id.pendopo.channels.web.chat;

import id.pendopo.channels.Limits;
import id.pendopo.channels.web.ChatFailed;
import id.pendopo.channels.web.sessions.ChatSession;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The rate limits of the web chat: how fast the web chat may be used. Whole villages share an address, so beginning is
 * limited far above one person.
 */
@Component
final class ChatLimits {

    static final int BEGUN_PER_MINUTE = 120;
    static final int MESSAGES_PER_MINUTE = 60;
    static final int FILES_PER_MINUTE = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Limits limits;

    ChatLimits(Limits limits) {
        this.limits = limits;
    }

    /** A desk behind a proxy that hides the citizens' addresses must not take them all for one. */
    void begins(HttpServletRequest request) {
        String from = request.getRemoteAddr();
        if (!loopback(from)) {
            String name = UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8))
                    .toString();
            check("chat/begin/" + name, BEGUN_PER_MINUTE);
        }
    }

    void says(ChatSession session) {
        check("chat/message/" + session.conversation(), MESSAGES_PER_MINUTE);
    }

    void uploads(ChatSession session) {
        check("chat/file/" + session.conversation(), FILES_PER_MINUTE);
    }

    private void check(String what, int times) {
        Optional<Duration> wait = limits.exceeded(what, times, MINUTE);
        if (wait.isPresent()) {
            throw ChatFailed.tooOften(wait.get());
        }
    }

    private static boolean loopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
