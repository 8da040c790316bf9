package id.pendopo.channels.twilio;

import id.pendopo.channels.AccountSettings;
import java.util.List;
import java.util.Map;

/** What every line of a Twilio account needs to know, whatever it is for. */
public interface TwilioAccount extends AccountSettings {

    /** {@code AC…}, shown on the first page of Twilio's console. */
    String accountSid();

    /** The primary token: only it signs webhooks. */
    String authToken();

    /** Our number in E.164, or what Twilio lets stand for it. */
    String from();

    /** A messaging service picks one of its own numbers to send from. */
    default boolean sendsByService() {
        return from().startsWith("MG");
    }

    @Override
    default List<String> missing() {
        return Map.of("account-sid", accountSid(), "auth-token", authToken(), "from", from()).entrySet().stream()
                .filter(property -> property.getValue().isBlank())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
