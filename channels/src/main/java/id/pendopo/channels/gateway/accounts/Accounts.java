package id.pendopo.channels.gateway.accounts;

import id.pendopo.channels.AccountSettings;
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
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/**
 * The registry of channel accounts: the lines as they stand below {@code pendopo.channels.accounts}, each bound to the
 * record of its kind. A line that lacks a secret is left out and named; a name or kind that nobody knows stops the
 * start.
 */
@Component
public final class Accounts implements ChannelAccounts {

    static final String PREFIX = "pendopo.channels.accounts";

    private static final Logger log = LoggerFactory.getLogger(Accounts.class);

    private final Map<String, ConnectedAccount> byName;
    private final List<Incomplete> incomplete;
    private final ChannelAccounts.Kinds kinds;

    @Autowired
    Accounts(ConfigurableEnvironment environment, ObjectProvider<ChannelAdapter> adapters) {
        this(environment, adapters.orderedStream().toList());
    }

    Accounts(ConfigurableEnvironment environment, List<ChannelAdapter> adapters) {
        Binder binder = Binder.get(environment);
        Map<String, ChannelAdapter> speakers = byKind(adapters);
        kinds = new ChannelAccounts.Kinds(
                adapters.stream().map(ChannelAdapter::capabilities).toList());
        Map<String, ConnectedAccount> complete = new LinkedHashMap<>();
        List<Incomplete> lacking = new ArrayList<>();
        for (String name : AccountNames.in(environment)) {
            ConnectedAccount connected = bind(binder, name, speakers);
            List<String> missing = missing(connected);
            if (missing.isEmpty()) {
                complete.put(name, connected);
            } else {
                lacking.add(new Incomplete(name, connected.account().kind(), missing));
                log.warn("Line {} is switched off: set {}", name, String.join(" and ", missing));
            }
        }
        byName = Collections.unmodifiableMap(complete);
        incomplete = List.copyOf(lacking);
    }

    private static Map<String, ChannelAdapter> byKind(List<ChannelAdapter> adapters) {
        Map<String, ChannelAdapter> kinds = new TreeMap<>();
        for (ChannelAdapter adapter : adapters) {
            if (kinds.put(adapter.capabilities().kind(), adapter) != null) {
                throw new IllegalStateException(
                        "two adapters speak for kind " + adapter.capabilities().kind());
            }
        }
        return kinds;
    }

    private static ConnectedAccount bind(Binder binder, String name, Map<String, ChannelAdapter> kinds) {
        String property = PREFIX + "." + name;
        String kind = binder.bind(property + ".kind", String.class).orElse("");
        ChannelAdapter adapter = kinds.get(kind);
        if (adapter == null) {
            throw new AccountsRefused(
                    kind.isEmpty()
                            ? "The account \"" + name + "\" has no kind."
                            : "The account \"" + name + "\" has the unknown kind \"" + kind + "\".",
                    "Set " + property + ".kind to one of: " + String.join(", ", kinds.keySet()) + ".");
        }
        return new ConnectedAccount(new ChannelAccount(name, kind, settings(binder, property, adapter)), adapter);
    }

    private static AccountSettings settings(Binder binder, String property, ChannelAdapter adapter) {
        return binder.bindOrCreate(property, Bindable.of(adapter.settings()));
    }

    private static List<String> missing(ConnectedAccount connected) {
        return connected.account().settings().missing().stream()
                .map(secret -> PREFIX + "." + connected.name() + "." + secret)
                .toList();
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
