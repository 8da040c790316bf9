package id.pendopo.channels.gateway.accounts;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.Capabilities;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.adapter.ChannelAdapter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The binder of account settings: makes an account of properties, by the record of its kind. */
final class AccountBinder {

    private final SortedMap<String, ChannelAdapter> adapters = new TreeMap<>();

    /** @throws IllegalStateException two speak for one kind */
    AccountBinder(Collection<ChannelAdapter> all) {
        for (ChannelAdapter adapter : all) {
            if (adapters.put(adapter.capabilities().kind(), adapter) != null) {
                throw new IllegalStateException(
                        "two adapters speak for kind " + adapter.capabilities().kind());
            }
        }
    }

    List<Capabilities> kinds() {
        return adapters.values().stream().map(ChannelAdapter::capabilities).toList();
    }

    Optional<ChannelAdapter> adapter(String kind) {
        return Optional.ofNullable(adapters.get(kind));
    }

    /**
     * An account of the configuration.
     *
     * @throws AccountsRefused nobody speaks for its kind
     */
    ConnectedAccount configured(Binder binder, String name) {
        String property = Accounts.PREFIX + "." + name;
        String kind = binder.bind(property + ".kind", String.class).orElse("");
        ChannelAdapter adapter = adapter(kind)
                .orElseThrow(() -> new AccountsRefused(
                        kind.isEmpty()
                                ? "The account \"" + name + "\" has no kind."
                                : "The account \"" + name + "\" has the unknown kind \"" + kind + "\".",
                        "Set " + property + ".kind to one of: " + String.join(", ", adapters.keySet()) + "."));
        return connected(binder, property, name, adapter);
    }

    /**
     * An account of the pages.
     *
     * @return empty when nobody speaks for its kind (any more)
     * @throws org.springframework.boot.context.properties.bind.BindException a setting cannot be what it should be
     */
    Optional<ConnectedAccount> stored(StoredAccount account) {
        Map<String, String> source = new HashMap<>();
        account.settings().forEach((path, value) -> source.put(account.name() + "." + path, value));
        Binder binder = new Binder(new MapConfigurationPropertySource(source));
        return account.kind()
                .flatMap(this::adapter)
                .map(adapter -> connected(binder, account.name(), account.name(), adapter));
    }

    private static ConnectedAccount connected(Binder binder, String property, String name, ChannelAdapter adapter) {
        AccountSettings settings = binder.bindOrCreate(property, Bindable.of(adapter.settings()));
        return new ConnectedAccount(
                new ChannelAccount(name, adapter.capabilities().kind(), settings), adapter);
    }
}
