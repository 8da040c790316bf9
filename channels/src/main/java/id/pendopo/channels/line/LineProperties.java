package id.pendopo.channels.line;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.adapter.Secret;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A Messaging API channel of a LINE Official Account.
 *
 * @param channelSecret signs webhooks; shown at the channel's basic settings
 * @param accessToken long-lived, issued at the channel's Messaging API settings
 * @param apiBaseUrl LINE's address, or another server that speaks its protocol
 * @param dataBaseUrl where LINE keeps files
 */
record LineProperties(
        @Secret @DefaultValue("") String channelSecret,
        @Secret @DefaultValue("") String accessToken,
        @DefaultValue("https://api.line.me") URI apiBaseUrl,
        @DefaultValue("https://api-data.line.me") URI dataBaseUrl)
        implements AccountSettings {

    @Override
    public List<String> missing() {
        return Stream.of(channelSecret.isBlank() ? "channel-secret" : "", accessToken.isBlank() ? "access-token" : "")
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return "LineProperties[" + apiBaseUrl.getHost() + ", REDACTED]";
    }
}
