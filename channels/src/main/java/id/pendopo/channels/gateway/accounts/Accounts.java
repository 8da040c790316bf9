package id.pendopo.channels.gateway.accounts;

import id.pendopo.channels.Address;
import id.pendopo.channels.Block;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.adapter.ChannelAdapter;
import id.pendopo.channels.adapter.Metered;
import id.pendopo.channels.adapter.WrittenElsewhere;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/**
 * The registry of channel accounts: the lines as they stand below {@code pendopo.channels.accounts}, each bound to the
 * record of its kind, and beside them those that were made at the pages. A line that lacks a secret is left out and named; a
 * name or kind in the configuration that nobody knows stops the start.
 */
@Component
public final class Accounts implements ChannelAccounts {

    static final String PREFIX = "pendopo.channels.accounts";

    private static final Logger log = LoggerFactory.getLogger(Accounts.class);

    private final AccountBinder binder;
    private final ChannelAccounts.Kinds kinds;
    private final Map<String, ConnectedAccount> configured;
    private final List<Incomplete> incomplete;
    private volatile Map<String, ConnectedAccount> byName;

    @Autowired
    Accounts(
            ConfigurableEnvironment environment,
            ObjectProvider<ChannelAdapter> adapters,
            ObjectProvider<StoredAccounts> stored) {
        this(environment, adapters.orderedStream().toList());
        stored.ifAvailable(repository -> heed(repository.all()));
    }

    Accounts(ConfigurableEnvironment environment, List<ChannelAdapter> adapters) {
        binder = new AccountBinder(adapters);
        kinds = new ChannelAccounts.Kinds(binder.kinds());
        Map<String, ConnectedAccount> complete = new LinkedHashMap<>();
        List<Incomplete> lacking = new ArrayList<>();
        for (String name : AccountNames.in(environment)) {
            ConnectedAccount connected = binder.configured(Binder.get(environment), name);
            List<String> missing = missing(connected);
            if (missing.isEmpty()) {
                complete.put(name, connected);
            } else {
                lacking.add(new Incomplete(name, connected.account().kind(), missing));
                log.warn("Line {} is switched off: set {}", name, String.join(" and ", missing));
            }
        }
        configured = Collections.unmodifiableMap(complete);
        byName = configured;
        incomplete = List.copyOf(lacking);
    }

    private static List<String> missing(ConnectedAccount connected) {
        return connected.account().settings().missing().stream()
                .map(secret -> PREFIX + "." + connected.name() + "." + secret)
                .toList();
    }

    /**
     * Heeds what the pages made and switched; what stands in the configuration cannot be made anew there.
     *
     * @return the accounts that are not what they were
     */
    synchronized Set<String> heed(List<StoredAccount> stored) {
        Map<String, ConnectedAccount> before = byName;
        Map<String, ConnectedAccount> now = new TreeMap<>(configured);
        for (StoredAccount account : stored) {
            if (!account.active()) {
                now.remove(account.name());
            } else if (!isConfigured(account.name())) {
                usable(account).ifPresent(connected -> now.put(account.name(), connected));
            }
        }
        byName = Collections.unmodifiableMap(now);
        Set<String> changed = new TreeSet<>(before.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(name -> Objects.equals(before.get(name), now.get(name)));
        return changed;
    }

    private Optional<ConnectedAccount> usable(StoredAccount account) {
        try {
            return account.readable()
                    ? binder.stored(account)
                            .filter(connected ->
                                    connected.account().settings().missing().isEmpty())
                    : Optional.empty();
        } catch (BindException unusable) {
            log.warn("Line {} is switched off: its settings cannot be read; look at /admin/channels", account.name());
            return Optional.empty();
        }
    }

    /** Whether the account stands in the configuration, complete or not. */
    public boolean isConfigured(String name) {
        return configured.containsKey(name)
                || incomplete.stream().anyMatch(one -> one.account().equals(name));
    }

    /** The account of the configuration, switched off or not. */
    Optional<ConnectedAccount> configured(String name) {
        return Optional.ofNullable(configured.get(name));
    }

    /** By name, switched off or not. */
    Collection<ConnectedAccount> configured() {
        return configured.values();
    }

    AccountBinder binder() {
        return binder;
    }

    @Override
    public List<ChannelAccount> all() {
        return byName.values().stream().map(ConnectedAccount::account).toList();
    }

    @Override
    public Optional<ChannelAccount> find(String account) {
        return connected(account).map(ConnectedAccount::account);
    }

    @Override
    public List<Incomplete> incomplete() {
        return incomplete;
    }

    @Override
    public Optional<Meter> meter(String account, String text) {
        return connected(account)
                .map(connected -> connected
                        .as(Metered.class)
                        .map(metered -> metered.meter(connected.account(), text))
                        .orElseGet(() -> Meter.of(connected.adapter().capabilities(), text)));
    }

    @Override
    public Optional<Address> written(Address person) {
        return connected(person.account())
                .flatMap(connected -> connected
                        .as(WrittenElsewhere.class)
                        .map(heard -> heard.written(connected.account(), person, this))
                        .orElse(Optional.of(person)));
    }

    @Override
    public Page page(String account, Locale language, List<Block> blocks) {
        return connected(account)
                .flatMap(connected ->
                        connected.as(Metered.class).map(metered -> metered.page(connected.account(), language, blocks)))
                .orElseGet(() -> new Page(blocks, List.of()));
    }

    @Override
    public int segments(String account, Locale language, List<Block> blocks) {
        return connected(account)
                .flatMap(connected -> connected
                        .as(Metered.class)
                        .map(metered -> metered.segments(connected.account(), language, blocks)))
                .orElse(1);
    }

    @Override
    public ChannelAccounts.Kinds kinds() {
        return kinds;
    }

    public Collection<ConnectedAccount> connected() {
        return byName.values();
    }

    public Optional<ConnectedAccount> connected(String account) {
        return Optional.ofNullable(byName.get(account));
    }
}
