package id.pendopo.config.security.factor;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repository of authenticator apps' secrets, encrypted. */
@Component
class FactorRecords {

    /** How long a picture may be looked at before it is confirmed. */
    private static final Duration BEGUN_FOR = Duration.ofHours(1);

    private final JdbcClient jdbc;

    FactorRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> since(String login) {
        return jdbc.sql("select since from second_factor where login = :login and since is not null")
                .param("login", login)
                .query((row, _) -> row.getObject("since", OffsetDateTime.class).toInstant())
                .optional();
    }

    Optional<byte[]> secret(String login) {
        return jdbc.sql("select secret from second_factor where login = :login and secret is not null")
                .param("login", login)
                .query((row, _) -> row.getBytes("secret"))
                .optional();
    }

    Optional<byte[]> begun(String login) {
        return jdbc.sql("""
                        select begun from second_factor
                         where login = :login and begun_at > now() - make_interval(secs => :seconds)
                        """)
                .param("login", login)
                .param("seconds", BEGUN_FOR.toSeconds())
                .query((row, _) -> row.getBytes("begun"))
                .optional();
    }

    void begin(String login, byte[] secret) {
        jdbc.sql("""
                        insert into second_factor (login, begun, begun_at) values (:login, :secret, now())
                        on conflict (login) do update set begun = excluded.begun, begun_at = excluded.begun_at
                        """).param("login", login).param("secret", secret).update();
    }

    void giveUp(String login) {
        jdbc.sql("update second_factor set begun = null, begun_at = null where login = :login")
                .param("login", login)
                .update();
    }

    /** From now on the secret that was begun is the one; false when another one was begun meanwhile. */
    boolean confirm(String login, byte[] secret, long step) {
        return jdbc.sql("""
                        update second_factor set secret = begun, since = now(), last_step = :step, tries = 0,
                            begun = null, begun_at = null
                         where login = :login and begun = :secret
                        """)
                        .param("login", login)
                        .param("secret", secret)
                        .param("step", step)
                        .update()
                == 1;
    }

    /** Uses up the code of a step; false when it, or a later one, was used before. */
    boolean useUp(String login, long step) {
        return jdbc.sql("update second_factor set last_step = :step where login = :login and last_step < :step")
                        .param("login", login)
                        .param("step", step)
                        .update()
                == 1;
    }

    /** Counts a try before it is looked at, so that many at once are no more than one after the other. */
    int tried(String login, Duration within) {
        return jdbc.sql("""
                        insert into second_factor (login, tries) values (:login, 1)
                        on conflict (login) do update set
                            tries = case when second_factor.tried_since < now() - make_interval(secs => :seconds)
                                         then 1 else second_factor.tries + 1 end,
                            tried_since = case when second_factor.tried_since < now() - make_interval(secs => :seconds)
                                               then now() else second_factor.tried_since end
                        returning tries
                        """)
                .param("login", login)
                .param("seconds", within.toSeconds())
                .query(Integer.class)
                .single();
    }

    void right(String login) {
        jdbc.sql("update second_factor set tries = 0 where login = :login")
                .param("login", login)
                .update();
    }

    void remove(String login) {
        jdbc.sql("delete from second_factor where login = :login")
                .param("login", login)
                .update();
    }
}
