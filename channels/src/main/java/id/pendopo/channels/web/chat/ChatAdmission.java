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

/**
 * Opens chat sessions. Lets citizens in: which line they come to, and with what they prove later that they are the
 * same.
 */
@Component
final class ChatAdmission {

    private final WebAccounts accounts;
    private final ChatOrigins origins;
    private final ChatSessions sessions;
    private final ChatCookie cookie;
    private final ChatLimits limits;

    ChatAdmission(
            WebAccounts accounts, ChatOrigins origins, ChatSessions sessions, ChatCookie cookie, ChatLimits limits) {
        this.accounts = accounts;
        this.origins = origins;
        this.sessions = sessions;
        this.cookie = cookie;
        this.limits = limits;
    }

    /**
     * The line to begin a chat on.
     *
     * @param name of the account; empty for the usual one
     * @throws ChatFailed 404 when there is no such line, 403 when the page that asks is not one of its sites
     */
    ChannelAccount account(Optional<String> name, HttpServletRequest request) {
        ChannelAccount account = accounts.find(name).orElseThrow(() -> new ChatFailed(HttpStatus.NOT_FOUND, "account"));
        @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !origins.allows(account, origin, request)) {
            throw new ChatFailed(HttpStatus.FORBIDDEN, "origin");
        }
        return account;
    }

    ChatSessions.Opened open(ChannelAccount account, Optional<Locale> language, HttpServletRequest request) {
        limits.begins(request);
        return sessions.open(account.name(), language);
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
