package id.pendopo.channels.web.sessions;

import id.pendopo.channels.Address;
import id.pendopo.channels.Visitors;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The session cookie. How our own pages prove their session: a cookie that no script can read and no other site can
 * send, nor a neighbour below the same domain.
 */
@Component
public final class ChatCookie implements Visitors {

    static final String NAME = "pendopo-chat";
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final ChatSessions sessions;

    /** By the public address: a proxy in front of the desk speaks plain HTTP to it. */
    private final boolean secure;

    ChatCookie(ChatSessions sessions, @Value("${pendopo.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        this.sessions = sessions;
        this.secure = "https".equalsIgnoreCase(publicUrl.getScheme());
    }

    public ResponseCookie of(ChatSessions.Opened opened) {
        return cookie(opened.session().conversation() + "." + opened.token());
    }

    /** The same cookie for another 30 days; empty when the browser has none. */
    public Optional<ResponseCookie> renewed(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(held -> cookie(held.getValue()));
    }

    private ResponseCookie cookie(String value) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .maxAge(ChatSessions.LIFETIME)
                .build();
    }

    /** The session of this browser, if the request comes from one of our own pages. */
    public Optional<ChatSession> session(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || !fromOurPage(request)) {
            return Optional.empty();
        }
        int dot = cookie.getValue().indexOf('.');
        return dot < 0
                ? Optional.empty()
                : sessions.find(
                        cookie.getValue().substring(0, dot), cookie.getValue().substring(dot + 1));
    }

    @Override
    public Optional<Address> address(HttpServletRequest request) {
        return session(request).map(ChatSession::address);
    }

    /**
     * Whether a page of ours, or the citizen's own hand, sent this. Browsers say so themselves
     * (https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header); following a link to a page is always allowed.
     */
    public static boolean fromOurPage(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        return site == null || OURS.contains(site) || "GET".equals(request.getMethod());
    }
}
