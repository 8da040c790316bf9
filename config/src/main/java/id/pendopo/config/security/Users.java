package id.pendopo.config.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The user details service: who logs in, with which authorities, and how often somebody tried. */
@Component
public class Users implements UserDetailsService {

    /** What alone somebody holds whose password was handed out: to choose their own. */
    private static final String MUST_CHOOSE_PASSWORD = "password:choose";

    private static final int TRIES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;

    Users(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What somebody who is logged in may do at this moment; nothing for whoever has no account, or one that is disabled.
     */
    List<String> authorities(String login) {
        return jdbc.sql("select one_time, role, more_roles, unit, scope from app_user where login = :login and enabled")
                .param("login", login)
                .query((row, _) -> authorities(row))
                .optional()
                .orElse(List.of());
    }

    private static List<String> authorities(ResultSet row) throws SQLException {
        return row.getBoolean("one_time")
                ? List.of(MUST_CHOOSE_PASSWORD)
                : Grant.read(row).roles().authorities();
    }

    /** Whether somebody may do nothing before they choose a password. */
    public static boolean mustChoosePassword(@Nullable Authentication who) {
        return who != null
                && who.getAuthorities().stream()
                        .anyMatch(granted -> MUST_CHOOSE_PASSWORD.equals(granted.getAuthority()));
    }

    /**
     * Uses up the password of somebody who has just logged in, if it works once.
     *
     * @return false when somebody else has used it in the meantime
     */
    boolean useUp(String login) {
        return jdbc.sql("""
                        update app_user set one_time_used_at = now()
                         where login = :login and (not one_time or one_time_used_at is null)
                        """).param("login", login).update() > 0;
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return known(login)
                .flatMap(name -> jdbc.sql("""
                                select login, password, role, more_roles, unit, scope, enabled, one_time,
                                       one_time and (one_time_used_at is not null or one_time_until < now()) as expired,
                                       (select count(*) from login_attempt a
                                         where a.login = u.login and not a.succeeded
                                           and a.at > now() - make_interval(secs => :window)) as failures
                                  from app_user u where login = :login
                                """)
                        .param("login", name)
                        .param("window", WINDOW.toSeconds())
                        .query((row, _) -> details(row))
                        .optional())
                .orElseThrow(() -> new UsernameNotFoundException("no such log-in"));
    }

    private static UserDetails details(ResultSet row) throws SQLException {
        return User.withUsername(row.getString("login"))
                .password(row.getString("password"))
                .disabled(!row.getBoolean("enabled"))
                .accountLocked(row.getLong("failures") >= TRIES)
                .credentialsExpired(row.getBoolean("expired"))
                .authorities(authorities(row).toArray(String[]::new))
                .build();
    }

    /** As names are stored; empty for what is no name, and may well be a password in the wrong field. */
    private static Optional<String> known(String typed) {
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
                .filter(login -> Person.LOGIN.matcher(login).matches());
    }

    /**
     * Notes a log-in, good or bad; ten bad ones in a quarter of an hour lock the name for the rest of it.
     * What is older than a year is forgotten on the way.
     */
    void attempted(String typed, boolean succeeded) {
        known(typed).ifPresent(login -> {
            jdbc.sql("delete from login_attempt where at < now() - interval '1 year'")
                    .update();
            jdbc.sql("insert into login_attempt (login, succeeded) values (:login, :succeeded)")
                    .param("login", login)
                    .param("succeeded", succeeded)
                    .update();
        });
    }
}
