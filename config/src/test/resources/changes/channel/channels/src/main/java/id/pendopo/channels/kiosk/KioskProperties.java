package id.pendopo.channels.kiosk;

import id.pendopo.channels.AccountSettings;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The kiosks of one office.
 *
 * @param secret what every kiosk sends in {@code X-Kiosk-Secret}
 * @param apiBaseUrl unused: a kiosk asks and is never called
 */
record KioskProperties(
        @DefaultValue("") String secret, @DefaultValue("/") URI apiBaseUrl) implements AccountSettings {

    @Override
    public List<String> missing() {
        return secret.isEmpty() ? List.of("secret") : List.of();
    }

    @Override
    public String toString() {
        return "KioskProperties[REDACTED]";
    }
}
