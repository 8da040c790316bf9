package id.pendopo.channels.voice;

import id.pendopo.channels.adapter.Secret;
import id.pendopo.channels.twilio.TwilioAccount;
import java.net.URI;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A number at Twilio that can be called.
 *
 * @param accountSid {@code AC…}, shown on the first page of Twilio's console
 * @param authToken the primary token: only it signs webhooks
 * @param from our number in E.164, shown to the agent when a caller is put through
 * @param agentNumber whom callers are put through to, in E.164; without it they leave a message
 * @param smsAccount the line by which callers get their ticket's number; without it the first line for text messages
 * @param leastConfidence how sure the recognition of speech must be, from 0 to 1, not to ask again
 * @param apiBaseUrl Twilio's address, or another server that speaks its protocol; recordings lie there
 */
public record TwilioVoiceProperties(
        @DefaultValue("") String accountSid,
        @Secret @DefaultValue("") String authToken,
        @DefaultValue("") String from,
        @DefaultValue("") String agentNumber,
        @DefaultValue("") String smsAccount,
        @DefaultValue("0.4") double leastConfidence,
        @DefaultValue("https://api.twilio.com") URI apiBaseUrl)
        implements TwilioAccount {

    @Override
    public String toString() {
        return "TwilioVoiceProperties[" + apiBaseUrl.getHost() + ", REDACTED]";
    }
}
