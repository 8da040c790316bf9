package id.pendopo.channels.gateway.accounts;

import id.pendopo.ui.SecretCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The repository of accounts that were made or switched at the pages; settings are encrypted as a whole. */
@Component
class StoredAccounts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> SETTINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectProvider<SecretCipher> cipher;

    StoredAccounts(JdbcClient jdbc, ObjectProvider<SecretCipher> cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Somebody else changed the account since it was read. */
    static final class Stale extends RuntimeException {

        Stale(String name) {
            super("somebody else changed the account " + name);
        }
    }

    /** A number that changes with every change on any node. */
    long revision() {
        return jdbc.sql("select count(*) + coalesce(sum(version), 0) * 1000000 from channels_account")
                .query(Long.class)
                .single();
    }

    List<StoredAccount> all() {
        return jdbc.sql("select * from channels_account order by name")
                .query((row, _) -> account(row))
                .list();
    }

    Optional<StoredAccount> find(String name) {
        return jdbc.sql("select * from channels_account where name = :name")
                .param("name", name)
                .query((row, _) -> account(row))
                .optional();
    }

    private StoredAccount account(ResultSet row) throws SQLException {
        String name = row.getString("name");
        byte[] sealed = row.getBytes("settings");
        Optional<Map<String, String>> settings = sealed == null ? Optional.of(Map.of()) : opened(sealed, name);
        int hours = row.getInt("silent_hours");
        return new StoredAccount(
                name,
                Optional.ofNullable(row.getString("kind")),
                settings.orElse(Map.of()),
                settings.isPresent(),
                row.getBoolean("active"),
                hours == 0 ? Optional.empty() : Optional.of(Duration.ofHours(hours)),
                row.getInt("version"));
    }

    private Optional<Map<String, String>> opened(byte[] sealed, String name) {
        try {
            return Optional.of(JSON.readValue(cipher.getObject().decrypt(sealed, row(name)), SETTINGS));
        } catch (SecretCipher.Undecipherable otherKey) {
            return Optional.empty();
        }
    }

    /**
     * Within the caller's transaction: stores what is new, or what was read before and changed.
     *
     * @throws Stale somebody else was faster
     */
    void save(StoredAccount account) {
        int rows = account.version() == 0 ? insert(account) : update(account);
        if (rows == 0) {
            throw new Stale(account.name());
        }
    }

    private int insert(StoredAccount account) {
        return bound("""
                        insert into channels_account (name, kind, settings, active, silent_hours, version)
                        values (:name, :kind, :settings, :active, :hours, 1) on conflict (name) do nothing
                        """, account).update();
    }

    private int update(StoredAccount account) {
        String kept = account.readable() ? ":settings" : "settings";
        return bound("""
                        update channels_account
                           set kind = :kind, settings = %s, active = :active, silent_hours = :hours,
                               version = version + 1
                         where name = :name and version = :version
                        """.formatted(kept), account)
                .param("version", account.version())
                .update();
    }

    private JdbcClient.StatementSpec bound(String sql, StoredAccount account) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("name", account.name())
                .param("kind", account.kind().orElse(null))
                .param("active", account.active())
                .param("hours", account.silence().map(Duration::toHours).orElse(null));
        return account.readable() ? statement.param("settings", sealed(account).orElse(null)) : statement;
    }

    private Optional<byte[]> sealed(StoredAccount account) {
        return account.kind()
                .map(_ -> cipher.getObject().encrypt(JSON.writeValueAsBytes(account.settings()), row(account.name())));
    }

    private static String row(String name) {
        return "channels_account/" + name;
    }
}
