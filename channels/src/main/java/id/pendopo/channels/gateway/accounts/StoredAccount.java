package id.pendopo.channels.gateway.accounts;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An account's row: one made at the pages, or the switch and the alarm of one that stands in the configuration.
 *
 * @param kind empty for an account of the configuration
 * @param settings by property, {@code imap.host}; empty for an account of the configuration
 * @param readable false when no known key opens the settings
 * @param active whether it is switched on
 * @param silence after how long without a message somebody is told; empty: never
 * @param version from 1; 0 for an account of the configuration of which nothing is stored
 */
public record StoredAccount(
        String name,
        Optional<String> kind,
        Map<String, String> settings,
        boolean readable,
        boolean active,
        Optional<Duration> silence,
        int version) {

    public StoredAccount {
        settings = Map.copyOf(settings);
    }

    /** An account of the configuration of which nothing is stored: switched on, and silent as long as it likes. */
    static StoredAccount untouched(String name) {
        return new StoredAccount(name, Optional.empty(), Map.of(), true, true, Optional.empty(), 0);
    }

    /** A new account of the pages, which is not stored yet. */
    static StoredAccount made(String name, String kind, Map<String, String> settings) {
        return new StoredAccount(name, Optional.of(kind), settings, true, true, Optional.empty(), 0);
    }

    StoredAccount with(Map<String, String> changed) {
        return new StoredAccount(name, kind, changed, true, active, silence, version);
    }

    StoredAccount switched(boolean on) {
        return new StoredAccount(name, kind, settings, readable, on, silence, version);
    }

    StoredAccount alarmedAfter(Optional<Duration> changed) {
        return new StoredAccount(name, kind, settings, readable, active, changed, version);
    }

    @Override
    public String toString() {
        return "StoredAccount[" + name + ", " + kind.orElse("configured") + ", REDACTED]";
    }
}
