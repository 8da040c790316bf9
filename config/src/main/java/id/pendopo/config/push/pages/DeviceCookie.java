package id.pendopo.config.push.pages;

import id.pendopo.config.push.Devices;
import id.pendopo.config.push.Sum;
import id.pendopo.ui.VisitorCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * The device cookie, by which a log-out knows the browser whose notifications end: a session does not do, as it is over long
 * before the duty is. It opens nothing, and is kept as a sum.
 */
@Component
class DeviceCookie implements LogoutHandler {

    private static final String NAME = "alarm-device";

    /** As long as browsers keep one at most. */
    private static final Duration KEPT = Duration.ofDays(400);

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Devices devices;
    private final VisitorCookie cookie;
    private final URI publicUrl;

    DeviceCookie(Devices devices, @Value("${pendopo.public-url:http://127.0.0.1:8080}") URI publicUrl) {
        this.devices = devices;
        this.publicUrl = publicUrl;
        boolean secure = "https".equals(publicUrl.getScheme());
        this.cookie = VisitorCookie.ofSession(secure ? "__Host-" + NAME : NAME, KEPT, secure);
    }

    /** Whether browsers let pages of the public address have notifications: by https, or on this machine. */
    boolean reachable() {
        return "https".equals(publicUrl.getScheme())
                || Optional.ofNullable(publicUrl.getHost())
                        .filter(host -> host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"))
                        .isPresent();
    }

    /** The sum of this browser's cookie, which is given to it where it has none. */
    String remember(HttpServletRequest request, HttpServletResponse response) {
        String value = VisitorCookie.read(request, cookie.name()).orElseGet(DeviceCookie::draw);
        cookie.write(response, value);
        return Sum.of(value);
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        VisitorCookie.read(request, cookie.name()).ifPresent(value -> devices.forgetBrowser(Sum.of(value)));
    }

    private static String draw() {
        byte[] drawn = new byte[BYTES];
        RANDOM.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
