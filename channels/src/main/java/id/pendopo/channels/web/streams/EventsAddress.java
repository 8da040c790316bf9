package id.pendopo.channels.web.streams;

import id.pendopo.channels.web.WebAccounts;
import id.pendopo.channels.web.sessions.ChatSession;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where a chat's stream is served, as an absolute address. */
@Component
public final class EventsAddress {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final WebAccounts accounts;
    private final URI publicUrl;

    EventsAddress(WebAccounts accounts, @Value("${pendopo.public-url:/}") URI publicUrl) {
        this.accounts = accounts;
        this.publicUrl = publicUrl;
    }

    /**
     * The line's own stream server if it has one; else the desk's public address, which knows the scheme that a proxy in
     * front took off; else, where the desk is asked on its own machine, the address that the client used. A name that the
     * client made up leads nowhere.
     */
    public String of(ChatSession session, HttpServletRequest request) {
        URI own = accounts.settings(session.account()).apiBaseUrl();
        URI used =
                URI.create(ServletUriComponentsBuilder.fromContextPath(request).toUriString());
        return base(own.isAbsolute() ? own : server(publicUrl, used)) + "/api/chat/" + session.conversation()
                + "/events";
    }

    static URI server(URI publicUrl, URI used) {
        boolean known = publicUrl.getAuthority() != null;
        boolean same = known && publicUrl.getAuthority().equalsIgnoreCase(used.getAuthority());
        boolean here =
                used.getHost() != null && LOOPBACK.matcher(used.getHost()).matches();
        return known && (same || !here) ? publicUrl : used;
    }

    private static String base(URI address) {
        return address.toString().replaceAll("/+$", "");
    }
}
