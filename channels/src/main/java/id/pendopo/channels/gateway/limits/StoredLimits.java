package id.pendopo.channels.gateway.limits;

import id.pendopo.channels.Limits;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The repository of changed limits, with a copy in memory that {@link LimitsFollower} keeps fresh. */
@Component
public final class StoredLimits implements Limits.Values {

    private final JdbcClient jdbc;
    private final Map<String, Limits.Adjustable> limits;
    private volatile Map<Place, Long> changed = Map.of();

    StoredLimits(JdbcClient jdbc, List<Limits.Adjustable> limits) {
        this.jdbc = jdbc;
        this.limits =
                limits.stream().collect(Collectors.toUnmodifiableMap(Limits.Adjustable::name, Function.identity()));
    }

    /** @param account empty for the whole desk */
    private record Place(String limit, String account) {}

    @Override
    public long of(String limit, String account) {
        Limits.Adjustable known = known(limit);
        Optional<Long> own = known.byAccount() && !account.isEmpty() ? own(limit, account) : Optional.empty();
        return own.or(() -> own(limit, "")).orElse(known.standard());
    }

    /** What was set for exactly this account, or for the whole desk where it is empty. */
    public Optional<Long> own(String limit, String account) {
        return Optional.ofNullable(changed.get(new Place(limit, account)));
    }

    /** By name. */
    public List<Limits.Adjustable> all() {
        return limits.values().stream()
                .sorted(Comparator.comparing(Limits.Adjustable::name))
                .toList();
    }

    /** @throws IllegalArgumentException there is no such limit */
    public Limits.Adjustable known(String limit) {
        Limits.Adjustable found = limits.get(limit);
        if (found == null) {
            throw new IllegalArgumentException("there is no limit of this name");
        }
        return found;
    }

    /** Within the caller's transaction. */
    void set(String limit, String account, long value) {
        jdbc.sql("""
                insert into channels_limit (name, account, value) values (:name, :account, :value)
                on conflict (name, account) do update set value = excluded.value
                """)
                .param("name", limit)
                .param("account", account)
                .param("value", value)
                .update();
    }

    /** Within the caller's transaction: the default again, or what the desk has. */
    void unset(String limit, String account) {
        jdbc.sql("delete from channels_limit where name = :name and account = :account")
                .param("name", limit)
                .param("account", account)
                .update();
    }

    /** Reads what stands in the database. */
    void follow() {
        Map<Place, Long> read = new TreeMap<>(Comparator.comparing(Place::limit).thenComparing(Place::account));
        jdbc.sql("select name, account, value from channels_limit").query(row -> {
            read.put(new Place(row.getString("name"), row.getString("account")), row.getLong("value"));
        });
        changed = Map.copyOf(read);
    }
}
