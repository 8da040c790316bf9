package id.pendopo.config.security;

import id.pendopo.ticketing.Agents;
import id.pendopo.ui.CountryPack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** People who log in. Whoever works tickets is made known to the desk in the same transaction. */
@Component
public class Users implements UserDetailsService {

    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]{1,64}");
    private static final int TRIES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final Agents agents;
    private final TransactionOperations transactions;
    private final CountryPack pack;

    Users(
            JdbcClient jdbc,
            PasswordEncoder encoder,
            Agents agents,
            TransactionOperations transactions,
            CountryPack pack) {
        this.pack = pack;
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.agents = agents;
        this.transactions = transactions;
    }

    /**
     * Makes or changes somebody.
     *
     * @param oneTime whether the password must be changed at the first log-in
     */
    public void put(Person person, String password, boolean oneTime) {
        String hash = hash(password);
        transactions.executeWithoutResult(_ -> {
            store(person, hash, oneTime);
            makeKnown(person);
        });
    }

    private void store(Person person, String hash, boolean oneTime) {
        jdbc.sql("""
                        insert into app_user (login, name, password, role, more_roles, unit, scope, one_time)
                        values (:login, :name, :password, :role, :more, :unit, :scope, :oneTime)
                        on conflict (login) do update set name = excluded.name, password = excluded.password,
                            role = excluded.role, more_roles = excluded.more_roles, unit = excluded.unit,
                            scope = excluded.scope, one_time = excluded.one_time, enabled = true
                        """)
                .param("login", person.login())
                .param("name", person.name())
                .param("password", hash)
                .param("role", person.grant().first())
                .param("more", person.grant().others())
                .param("unit", person.grant().unit().orElse(null))
                .param("scope", person.grant().scope().key())
                .param("oneTime", oneTime)
                .update();
    }

    /** To the desk: who works tickets is an agent, of the country pack's unit if of none; who only reads them is a reader. */
    private void makeKnown(Person person) {
        Grant grant = person.grant();
        if (grant.roles().workTickets()) {
            agents.removeReader(person.login());
            agents.put(new Agents.Agent(
                    person.login(), person.name(), grant.unit().orElseGet(() -> pack.required("unit")), grant.scope()));
            return;
        }
        agents.remove(person.login());
        if (grant.roles().authorities().contains("desk:read")) {
            agents.putReader(new Agents.Reader(person.login(), new Agents.Reach(grant.unit(), grant.scope())));
        } else {
            agents.removeReader(person.login());
        }
    }

    /** Outside of a transaction: nobody holds a connection while a hash is worked on. */
    private String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    /** Replaces somebody's own password; the new one is theirs. */
    public void changePassword(String login, String password) {
        jdbc.sql("update app_user set password = :password, one_time = false where login = :login")
                .param("password", hash(password))
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
        return jdbc.sql("""
                        select login, name, role, more_roles, unit, scope from app_user where enabled order by login
                        """)
                .query((row, _) -> new Person(row.getString("login"), row.getString("name"), Grant.read(row)))
                .list();
    }

    /**
     * Somebody who may log in.
     *
     * @param name what citizens and colleagues read
     */
    public record Person(String login, String name, Grant grant) {}

    /** Whether there is an administrator who can log in. */
    public boolean hasAdministrator() {
        return jdbc.sql("select count(*) from app_user where 'admin' = any(more_roles || role) and enabled")
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
        return known(login)
                .flatMap(name -> jdbc.sql("""
                                select login, password, role, more_roles, unit, scope, enabled,
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
                .authorities(Grant.read(row).roles().authorities().toArray(String[]::new))
                .build();
    }

    /** As names are stored; empty for what is no name, and may well be a password in the wrong field. */
    private static Optional<String> known(String typed) {
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
                .filter(login -> NAME.matcher(login).matches());
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
