package id.pendopo.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * First-party cookie that no script can read, for what a visitor's own browser remembers: a choice, an opinion, a session.
 *
 * @param path the pages that it is sent to
 * @param kept how long the browser remembers
 * @param sameSite {@code Lax}, or {@code Strict} for what proves who somebody is
 * @param secure whether it travels by HTTPS alone
 */
public record VisitorCookie(String name, String path, Duration kept, String sameSite, boolean secure) {

    /** A harmless choice: sent along when another site leads here, and by plain HTTP too. */
    public static VisitorCookie ofChoice(String name, String path, Duration kept) {
        return new VisitorCookie(name, path, kept, "Lax", false);
    }

    /** What proves a session: no other site can send it, and by HTTPS no neighbour below the same domain can set it. */
    public static VisitorCookie ofSession(String name, Duration kept, boolean secure) {
        return new VisitorCookie(hostName(name, secure), "/", kept, "Strict", secure);
    }

    /**
     * The name of a cookie of this host alone: browsers take one with that prefix by HTTPS only, for the path {@code /} and
     * without a domain.
     *
     * @param secure whether the desk's public address is https; plain HTTP has no such cookies
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6265bis#name-the-__host-prefix">RFC 6265bis</a>
     */
    public static String hostName(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }

    /** What this browser remembers under this cookie's name; empty when nothing. */
    public Optional<String> read(HttpServletRequest request) {
        return read(request, name);
    }

    /** What the browser remembers under that name; empty when nothing. */
    public static Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }

    public ResponseCookie with(String value) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite(sameSite)
                .path(path)
                .maxAge(kept)
                .build();
    }

    public void write(HttpServletResponse response, String value) {
        response.addHeader(HttpHeaders.SET_COOKIE, with(value).toString());
    }
}
