package id.pendopo.channels.web;

import id.pendopo.channels.AccountSettings;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A web chat line.
 *
 * @param allowedOrigins the sites whose pages may embed the chat, each {@code https://host} or {@code https://host:port};
 *     the desk's own pages need not be named
 * @param apiBaseUrl where the streams are served, if not by the desk itself; {@code /} means by the desk itself
 * @param timeZone whose clock the citizens read, if not the desk's
 */
public record WebProperties(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("/") URI apiBaseUrl,
        @Nullable ZoneId timeZone) implements AccountSettings {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-zA-Z0-9.:\\[\\]-]+");

    public WebProperties {
        allowedOrigins = List.copyOf(allowedOrigins);
        for (String origin : allowedOrigins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "allowed-origins: write a site as https://host or https://host:port, without a path: "
                                + origin);
            }
        }
    }

    @Override
    public List<String> missing() {
        return List.of();
    }
}
