package id.pendopo.channels.twiliowhatsapp;

import id.pendopo.channels.adapter.Secret;
import id.pendopo.channels.twilio.TwilioAccount;
import java.net.URI;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A WhatsApp sender at Twilio.
 *
 * @param accountSid {@code AC…}, shown on the first page of Twilio's console
 * @param authToken the primary token: only it signs webhooks
 * @param from the sender's number in E.164, or a messaging service ({@code MG…})
 * @param apiBaseUrl Twilio's address, or another server that speaks its protocol
 */
record TwilioWhatsAppProperties(
        @DefaultValue("") String accountSid,
        @Secret @DefaultValue("") String authToken,
        @DefaultValue("") String from,
        @DefaultValue("https://api.twilio.com") URI apiBaseUrl)
        implements TwilioAccount {

    /** Twilio's console shows the number with its prefix. */
    TwilioWhatsAppProperties {
        from = from.strip().replaceFirst("^" + TwilioWhatsAppEvents.PREFIX, "");
    }

    @Override
    public String toString() {
        return "TwilioWhatsAppProperties[" + apiBaseUrl.getHost() + ", REDACTED]";
    }
}
