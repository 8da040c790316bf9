package id.pendopo.channels.web.sessions;

import id.pendopo.channels.Address;
import id.pendopo.channels.Visitors;
import id.pendopo.ui.VisitorCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The session cookie. How our own pages prove their session: a cookie that no script can read and no other site can
 * send, nor a neighbour below the same domain.
 */
@Component
public final class ChatCookie implements Visitors {

    static final String NAME = "pendopo-chat";
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final ChatSessions sessions;

    private final VisitorCookie kept;

    ChatCookie(ChatSessions sessions, @Value("${pendopo.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        this.sessions = sessions;
        // By the public address: a proxy in front of the desk speaks plain HTTP to it.
        boolean secure = "https".equalsIgnoreCase(publicUrl.getScheme());
        this.kept = VisitorCookie.ofSession(NAME, ChatSessions.LIFETIME, secure);
    }

    public ResponseCookie of(ChatSessions.Opened opened) {
        return kept.with(opened.session().conversation() + "." + opened.token());
    }

    /** The same cookie for another 30 days; empty when the browser has none. */
    public Optional<ResponseCookie> renewed(HttpServletRequest request) {
        return kept.read(request).map(kept::with);
    }

    /** The session of this browser, if the request comes from one of our own pages. */
    public Optional<ChatSession> session(HttpServletRequest request) {
        return kept.read(request)
                .filter(value -> value.indexOf('.') >= 0 && fromOurPage(request))
                .flatMap(value -> {
                    int dot = value.indexOf('.');
                    return sessions.find(value.substring(0, dot), value.substring(dot + 1));
                });
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
