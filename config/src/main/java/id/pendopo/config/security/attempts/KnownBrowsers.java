package id.pendopo.config.security.attempts;

import id.pendopo.ui.VisitorCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The repository of device cookies: from which browsers somebody logged in within half a year, as sums. Such a browser opens
 * nothing; wrong passwords that come from elsewhere do not lock it out.
 */
@Component
class KnownBrowsers {

    static final String COOKIE = "device";

    private static final Duration KEPT = Duration.ofDays(180);
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final VisitorCookie cookie;

    KnownBrowsers(JdbcClient jdbc, @Value("${pendopo.public-url:}") String publicUrl) {
        this.jdbc = jdbc;
        this.cookie = new VisitorCookie(COOKIE, "/login", KEPT, "Strict", publicUrl.startsWith("https:"));
    }

    /** The sum of this browser's cookie, if that person logged in with it. */
    Optional<String> of(String login, HttpServletRequest request) {
        return VisitorCookie.read(request, COOKIE).map(KnownBrowsers::hash).filter(hash -> knows(login, hash));
    }

    private boolean knows(String login, String hash) {
        return jdbc.sql("""
                        select exists (select from login_browser where login = :login and hash = :hash
                            and used_at > now() - make_interval(secs => :kept))
                        """)
                .param("login", login)
                .param("hash", hash)
                .param("kept", KEPT.toSeconds())
                .query(Boolean.class)
                .single();
    }

    /** After a good log-in. A cookie that was not made here is replaced; one that others have too, at a shared desk, stays. */
    void remember(String login, HttpServletRequest request, HttpServletResponse response) {
        String value = VisitorCookie.read(request, COOKIE).filter(this::isOurs).orElseGet(KnownBrowsers::draw);
        jdbc.sql("""
                        insert into login_browser (login, hash) values (:login, :hash)
                        on conflict (login, hash) do update set used_at = now()
                        """).param("login", login).param("hash", hash(value)).update();
        cookie.write(response, value);
    }

    private boolean isOurs(String value) {
        return jdbc.sql("select exists (select from login_browser where hash = :hash)")
                .param("hash", hash(value))
                .query(Boolean.class)
                .single();
    }

    private static String draw() {
        byte[] drawn = new byte[BYTES];
        RANDOM.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }

    private static String hash(String value) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void forget() {
        old("delete from login_browser").update();
    }

    long old() {
        return old("select count(*) from login_browser").query(Long.class).single();
    }

    private JdbcClient.StatementSpec old(String what) {
        return jdbc.sql(what + " where used_at < now() - make_interval(secs => :kept)")
                .param("kept", KEPT.toSeconds());
    }

    static String kept() {
        return KEPT.toString();
    }
}
