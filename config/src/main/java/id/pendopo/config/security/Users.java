package id.pendopo.config.security;

import id.pendopo.ticketing.Agents;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People who log in. Whoever works tickets is made known to the desk in the same transaction. */
@Component
public class Users implements UserDetailsService {

    private static final int TRIES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Agents agents;

    Users(JdbcClient jdbc, PasswordEncoder encoder, Agents agents) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.agents = agents;
    }

    /**
     * Makes or changes somebody.
     *
     * @param unit the unit's key, for people who work tickets
     * @param oneTime whether the password must be changed at the first log-in
     */
    @Transactional
    public void put(String login, String name, String password, Role role, Optional<String> unit, boolean oneTime) {
        jdbc.sql("""
                        insert into app_user (login, name, password, role, unit, one_time)
                        values (:login, :name, :password, :role, :unit, :oneTime)
                        on conflict (login) do update set name = excluded.name, password = excluded.password,
                            role = excluded.role, unit = excluded.unit, one_time = excluded.one_time, enabled = true
                        """)
                .param("login", login)
                .param("name", name)
                .param("password", encoder.encode(password))
                .param("role", role.key())
                .param("unit", unit.orElse(null))
                .param("oneTime", oneTime)
                .update();
        if (role.worksTickets()) {
            agents.put(new Agents.Agent(login, name, unit.orElse("pusat-layanan")));
        } else {
            agents.remove(login);
        }
    }

    /** Replaces somebody's own password; the new one is theirs. */
    @Transactional
    public void changePassword(String login, String password) {
        jdbc.sql("update app_user set password = :password, one_time = false where login = :login")
                .param("password", encoder.encode(password))
                .param("login", login)
                .update();
    }

    /** Whether somebody still has the password that an administrator handed out. */
    public boolean mustChangePassword(String login) {
        return jdbc.sql("select one_time from app_user where login = :login")
                .param("login", login)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Everybody who may log in, by name. */
    public java.util.List<Person> all() {
        return jdbc.sql("select login, name, role from app_user where enabled order by login")
                .query((row, n) ->
                        new Person(row.getString("login"), row.getString("name"), Role.of(row.getString("role"))))
                .list();
    }

    /** Somebody who may log in. */
    public record Person(String login, String name, Role role) {}

    /** Whether there is an administrator who can log in. */
    public boolean hasAdministrator() {
        return jdbc.sql("select count(*) from app_user where role = 'admin' and enabled")
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The log-in names of those whose password is one that everybody knows. */
    public java.util.List<String> withDefaultPassword(java.util.Collection<String> known) {
        return jdbc
                .sql("select login, password from app_user where enabled order by login")
                .query((row, n) -> new String[] {row.getString("login"), row.getString("password")})
                .list()
                .stream()
                .filter(user -> known.stream().anyMatch(password -> encoder.matches(password, user[1]))
                        || encoder.matches(user[0], user[1]))
                .map(user -> user[0])
                .toList();
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return jdbc.sql("select login, password, role, enabled from app_user where login = :login")
                .param("login", login.strip().toLowerCase(java.util.Locale.ROOT))
                .query((row, n) -> User.withUsername(row.getString("login"))
                        .password(row.getString("password"))
                        .disabled(!row.getBoolean("enabled"))
                        .accountLocked(locked(row.getString("login")))
                        .authorities(
                                Role.of(row.getString("role")).authorities().toArray(String[]::new))
                        .build())
                .optional()
                .orElseThrow(() -> new UsernameNotFoundException("no such log-in"));
    }

    /**
     * Notes a log-in, good or bad; ten bad ones in a quarter of an hour lock the name for the rest of it.
     * What is older than a year is forgotten on the way.
     */
    void attempted(String login, boolean succeeded) {
        jdbc.sql("delete from login_attempt where at < now() - interval '1 year'")
                .update();
        jdbc.sql("insert into login_attempt (login, succeeded) values (left(:login, 64), :succeeded)")
                .param("login", login)
                .param("succeeded", succeeded)
                .update();
    }

    private boolean locked(String login) {
        return jdbc.sql("""
                                select count(*) from login_attempt
                                where login = :login and not succeeded and at > now() - make_interval(secs => :window)
                                """)
                        .param("login", login)
                        .param("window", WINDOW.toSeconds())
                        .query(Long.class)
                        .single()
                >= TRIES;
    }
}
