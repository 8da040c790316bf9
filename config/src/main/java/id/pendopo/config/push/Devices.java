package id.pendopo.config.push;

import id.pendopo.config.sessions.Sessions;
import id.pendopo.ui.KeptTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The repository of push subscriptions: on which browsers people are told. */
@Component
public class Devices implements KeptTables {

    /** Of one person; the oldest make room. */
    static final int MOST = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    Devices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody's, the latest first. */
    public List<Device> of(String login) {
        return jdbc.sql("select * from push_device where login = ? order by since desc, id desc")
                .param(login)
                .query((row, _) -> device(row))
                .list();
    }

    Optional<Device> find(long id) {
        return jdbc.sql("select * from push_device where id = ?")
                .param(id)
                .query((row, _) -> device(row))
                .optional();
    }

    Set<String> owners() {
        return Set.copyOf(jdbc.sql("select distinct login from push_device")
                .query(String.class)
                .list());
    }

    /**
     * Keeps a browser, instead of what was known of it before, whoever chose it then.
     *
     * @param cookie the sum of what it is known by
     */
    @Transactional
    public void put(String login, Device.Subscription subscription, String browser, Locale language, String cookie) {
        jdbc.sql("delete from push_device where endpoint = :endpoint or cookie = :cookie")
                .param("endpoint", subscription.endpoint())
                .param("cookie", cookie)
                .update();
        jdbc.sql("""
                        insert into push_device (login, endpoint, p256dh, auth, browser, language, cookie, since)
                        values (:login, :endpoint, :p256dh, :auth, :browser, :language, :cookie, :since)
                        on conflict (endpoint) do nothing""")
                .param("login", login)
                .param("endpoint", subscription.endpoint())
                .param("p256dh", subscription.p256dh())
                .param("auth", subscription.auth())
                .param("browser", browser)
                .param("language", language.toLanguageTag())
                .param("cookie", cookie)
                .param("since", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        of(login).stream().skip(MOST).forEach(old -> forget(old.id()));
    }

    /** Removes one of somebody's own. */
    public void remove(String login, long id) {
        jdbc.sql("delete from push_device where login = ? and id = ?")
                .param(login)
                .param(id)
                .update();
    }

    /** The push service knows it no more. */
    void forget(long id) {
        jdbc.sql("delete from push_device where id = ?").param(id).update();
    }

    /** Whoever uses that browser has logged out. */
    public void forgetBrowser(String cookie) {
        jdbc.sql("delete from push_device where cookie = ?").param(cookie).update();
    }

    /** Somebody was disabled, may do less than before, or was logged out everywhere: in the same transaction. */
    @EventListener
    void forgetAll(Sessions.AllEnded ended) {
        jdbc.sql("delete from push_device where login = ?").param(ended.login()).update();
    }

    @Override
    public List<Table> tables() {
        return List.of(
                Table.without(
                        "push_device",
                        "kept until its owner removes it, logs out on it or is logged out everywhere, or the push service knows"
                                + " it no more"),
                Table.without("push_key", "names no person"));
    }

    private static Device device(ResultSet row) throws SQLException {
        return new Device(
                row.getLong("id"),
                row.getString("login"),
                new Device.Subscription(row.getString("endpoint"), row.getString("p256dh"), row.getString("auth")),
                row.getString("browser"),
                Locale.forLanguageTag(row.getString("language")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
