package id.pendopo.channels.gateway.health;

import id.pendopo.channels.adapter.HealthCheck;
import id.pendopo.channels.adapter.HealthCheck.Fact;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.gateway.accounts.Accounts;
import id.pendopo.channels.gateway.accounts.ConnectedAccount;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The health check of accounts: asks providers and keeps what they said, for all nodes. */
@Component
public class AccountHealth {

    private static final Logger log = LoggerFactory.getLogger(AccountHealth.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Fact>> FACTS = new TypeReference<>() {};

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Clock clock;

    AccountHealth(Accounts accounts, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Asks about every account that can be asked about; one that fails holds no other back. */
    public void checkAll() {
        accounts.connected().forEach(this::check);
        jdbc.sql("delete from channels_account_health where not account = any (:names)")
                .param(
                        "names",
                        accounts.connected().stream()
                                .map(ConnectedAccount::name)
                                .toArray(String[]::new))
                .update();
    }

    /**
     * Asks about one account.
     *
     * @return empty when its provider cannot be asked
     */
    public Optional<HealthRow> check(ConnectedAccount connected) {
        return connected.as(HealthCheck.class).map(check -> {
            HealthRow row = asked(check, connected);
            keep(row);
            return row;
        });
    }

    private HealthRow asked(HealthCheck check, ConnectedAccount connected) {
        try {
            return new HealthRow(
                    connected.name(), clock.instant(), Optional.empty(), check.health(connected.account()));
        } catch (SendFailed failed) {
            log.warn("Line {}: its provider says no to a check ({})", connected.name(), failed.code());
            return new HealthRow(connected.name(), clock.instant(), Optional.of(failed.code()), List.of());
        }
    }

    private void keep(HealthRow row) {
        jdbc.sql("""
                insert into channels_account_health (account, at, failure, facts)
                values (:account, :at, :failure, :facts::jsonb)
                on conflict (account) do update
                   set at = excluded.at, failure = excluded.failure, facts = excluded.facts
                """)
                .param("account", row.account())
                .param("at", row.at().atOffset(ZoneOffset.UTC))
                .param("failure", row.failure().orElse(null))
                .param("facts", JSON.writeValueAsString(row.facts()))
                .update();
    }

    /** What was last said, by account. */
    public Map<String, HealthRow> all() {
        Map<String, HealthRow> all = new HashMap<>();
        jdbc.sql("select account, at, failure, facts from channels_account_health")
                .query(row -> {
                    Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
                    all.put(
                            row.getString("account"),
                            new HealthRow(
                                    row.getString("account"),
                                    at,
                                    Optional.ofNullable(row.getString("failure")),
                                    JSON.readValue(row.getString("facts"), FACTS)));
                });
        return all;
    }
}
