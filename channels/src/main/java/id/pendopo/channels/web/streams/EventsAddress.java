package id.pendopo.channels.web.streams;

import id.pendopo.channels.web.WebAccounts;
import id.pendopo.channels.web.sessions.ChatSession;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where a chat's stream is served, as an absolute address. */
@Component
public final class EventsAddress {

    private final WebAccounts accounts;
    private final URI publicUrl;

    EventsAddress(WebAccounts accounts, @Value("${pendopo.public-url:/}") URI publicUrl) {
        this.accounts = accounts;
        this.publicUrl = publicUrl;
    }

    /**
     * The line's own stream server if it has one; else the desk's public address where the client used it (it knows the
     * scheme that a proxy in front took off), else the address that the client used.
     */
    public String of(ChatSession session, HttpServletRequest request) {
        URI own = accounts.settings(session.account()).apiBaseUrl();
        String path = "/api/chat/" + session.conversation() + "/events";
        if (own.isAbsolute()) {
            return base(own) + path;
        }
        String used = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        return (sameHost(URI.create(used), publicUrl) ? base(publicUrl) : used) + path;
    }

    private static boolean sameHost(URI one, URI other) {
        return other.getAuthority() != null && other.getAuthority().equalsIgnoreCase(one.getAuthority());
    }

    private static String base(URI address) {
        return address.toString().replaceAll("/+$", "");
    }
}
