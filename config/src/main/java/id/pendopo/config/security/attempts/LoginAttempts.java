package id.pendopo.config.security.attempts;

import id.pendopo.ui.NetworkName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Account lockout by name and place: ten wrong passwords in a quarter of an hour close a name to the network, or the known browser,
 * that they came from; a hundred from anywhere close it to all but known browsers.
 */
@Component
public class LoginAttempts {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9._-]{1,64}");
    private static final int TRIES = 10;
    private static final int TRIES_FROM_ANYWHERE = 100;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final String NETWORK = "network/";
    private static final String BROWSER = "browser/";

    private final JdbcClient jdbc;
    private final KnownBrowsers browsers;

    LoginAttempts(JdbcClient jdbc, KnownBrowsers browsers) {
        this.jdbc = jdbc;
        this.browsers = browsers;
    }

    /** As names are stored; empty for what is no name, and may well be a password in the wrong field. */
    private static Optional<String> known(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(login -> LOGIN.matcher(login).matches());
    }

    private String place(String login, HttpServletRequest request) {
        return browsers.of(login, request)
                .map(hash -> BROWSER + hash)
                .orElseGet(
                        () -> NETWORK + NetworkName.of(request.getRemoteAddr()).orElse("hidden"));
    }

    /** Whether no password is looked at for this name from there. Trying does not keep it closed any longer. */
    public boolean locked(@Nullable String typed, HttpServletRequest request) {
        return known(typed)
                .filter(login -> locked(login, place(login, request)))
                .isPresent();
    }

    private boolean locked(String login, String place) {
        return failures(login, place) >= TRIES
                || (place.startsWith(NETWORK) && failures(login, NETWORK + "%") >= TRIES_FROM_ANYWHERE);
    }

    private long failures(String login, String places) {
        return jdbc.sql("""
                        select count(*) from login_attempt
                         where login = :login and not succeeded and place like :places
                           and at > now() - make_interval(secs => :window)
                        """)
                .param("login", login)
                .param("places", places)
                .param("window", WINDOW.toSeconds())
                .query(Long.class)
                .single();
    }

    /** Notes a good log-in; the browser is a known one from now on. */
    public void succeeded(String login, HttpServletRequest request, HttpServletResponse response) {
        note(login, place(login, request), true);
        browsers.remember(login, request, response);
    }

    /** Notes a wrong password, for a name that exists or not. */
    public void failed(@Nullable String typed, HttpServletRequest request) {
        known(typed).ifPresent(login -> note(login, place(login, request), false));
    }

    /** Where from is forgotten when it counts no more, and everything after a year. */
    private void note(String login, String place, boolean succeeded) {
        jdbc.sql("delete from login_attempt where at < now() - interval '1 year'")
                .update();
        forgetPlaces();
        jdbc.sql("insert into login_attempt (login, succeeded, place) values (:login, :succeeded, :place)")
                .param("login", login)
                .param("succeeded", succeeded)
                .param("place", place)
                .update();
    }

    void forgetPlaces() {
        jdbc.sql("""
                        update login_attempt set place = null
                         where place is not null and at < now() - make_interval(secs => :window)
                        """).param("window", WINDOW.toSeconds()).update();
    }
}
