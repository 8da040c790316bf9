package id.pendopo.channels.web.chat;

import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.web.ChatFailed;
import id.pendopo.channels.web.WebAccounts;
import id.pendopo.channels.web.sessions.ChatCookie;
import id.pendopo.channels.web.sessions.ChatSession;
import id.pendopo.channels.web.sessions.ChatSessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Lets citizens in: which line they come to, and with what they prove later that they are the same. */
@Component
final class ChatAdmission {

    private final WebAccounts lines;
    private final ChatOrigins origins;
    private final ChatSessions sessions;
    private final ChatCookie cookie;
    private final ChatLimits limits;

    ChatAdmission(WebAccounts lines, ChatOrigins origins, ChatSessions sessions, ChatCookie cookie, ChatLimits limits) {
        this.lines = lines;
        this.origins = origins;
        this.sessions = sessions;
        this.cookie = cookie;
        this.limits = limits;
    }

    /**
     * The line to begin a chat on.
     *
     * @param account its name, or empty for the usual one
     * @throws ChatFailed 404 when there is no such line, 403 when the page that asks is not one of its sites
     */
    ChannelAccount line(Optional<String> account, HttpServletRequest request) {
        ChannelAccount line = lines.find(account).orElseThrow(() -> new ChatFailed(HttpStatus.NOT_FOUND, "account"));
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !origins.allows(line, origin, request)) {
            throw new ChatFailed(HttpStatus.FORBIDDEN, "origin");
        }
        return line;
    }

    ChatSessions.Opened open(ChannelAccount line, Optional<Locale> language, HttpServletRequest request) {
        limits.begins(request);
        return sessions.open(line.name(), language);
    }

    String cookie(ChatSessions.Opened opened) {
        return cookie.of(opened).toString();
    }

    /** The same cookie for another 30 days; empty when the browser has none. */
    Optional<String> renew(HttpServletRequest request) {
        return cookie.renewed(request).map(ResponseCookie::toString);
    }

    /** The citizen in front of our own page; empty at the first visit, or after 30 days. */
    Optional<ChatSession> visitor(HttpServletRequest request) {
        return cookie.session(request);
    }
}
