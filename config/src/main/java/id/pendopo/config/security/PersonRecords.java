package id.pendopo.config.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repository of accounts. */
@Component
class PersonRecords {

    private static final String COLUMNS = "login, name, role, more_roles, unit, scope, enabled";

    /** Changes of accounts and keys wait for each other: whether one is allowed depends on the others. */
    private static final long LOCK = 7_204_118_356L;

    private final JdbcClient jdbc;

    PersonRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends no account and no key is changed elsewhere. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(rows -> {});
    }

    List<Person> all() {
        return jdbc.sql("select " + COLUMNS + " from app_user order by login")
                .query((row, _) -> Person.read(row))
                .list();
    }

    Optional<Person> find(String login) {
        return jdbc.sql("select " + COLUMNS + " from app_user where login = :login")
                .param("login", login)
                .query((row, _) -> Person.read(row))
                .optional();
    }

    /** Whether an account or a key has this name: what either did is told by it. */
    boolean taken(String name) {
        return jdbc.sql("""
                        select exists (select from app_user where login = :name)
                            or exists (select from api_key where label = :name)
                        """).param("name", name).query(Boolean.class).single();
    }

    long administrators() {
        return jdbc.sql("select count(*) from app_user where 'admin' = any(more_roles || role) and enabled")
                .query(Long.class)
                .single();
    }

    /** Somebody new, or somebody known with another password. */
    void put(Person person, String hash, boolean oneTime) {
        jdbc.sql("""
                        insert into app_user (login, name, password, role, more_roles, unit, scope, one_time)
                        values (:login, :name, :password, :role, :more, :unit, :scope, :oneTime)
                        on conflict (login) do update set name = excluded.name, password = excluded.password,
                            role = excluded.role, more_roles = excluded.more_roles, unit = excluded.unit,
                            scope = excluded.scope, one_time = excluded.one_time,
                            one_time_until = excluded.one_time_until, one_time_used_at = null, enabled = true
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

    /** All but the password. */
    void change(Person person) {
        jdbc.sql("""
                        update app_user set name = :name, role = :role, more_roles = :more, unit = :unit,
                            scope = :scope, enabled = :enabled
                         where login = :login
                        """)
                .param("login", person.login())
                .param("name", person.name())
                .param("role", person.grant().first())
                .param("more", person.grant().others())
                .param("unit", person.grant().unit().orElse(null))
                .param("scope", person.grant().scope().key())
                .param("enabled", person.enabled())
                .update();
    }

    /** @param oneTime whether it was handed out: it then works once, and for three days */
    void setPassword(String login, String hash, boolean oneTime) {
        jdbc.sql("""
                        update app_user set password = :password, one_time = :oneTime,
                            one_time_until = now() + interval '72 hours', one_time_used_at = null
                         where login = :login
                        """)
                .param("password", hash)
                .param("oneTime", oneTime)
                .param("login", login)
                .update();
    }

    /** The hash of the password of somebody who may log in. */
    Optional<String> password(String login) {
        return jdbc.sql("select password from app_user where login = :login and enabled")
                .param("login", login)
                .query(String.class)
                .optional();
    }

    /** The hashes of everybody who may log in, by log-in name. */
    Map<String, String> passwords() {
        Map<String, String> passwords = new TreeMap<>();
        jdbc.sql("select login, password from app_user where enabled").query(row -> {
            passwords.put(row.getString("login"), row.getString("password"));
        });
        return passwords;
    }
}
