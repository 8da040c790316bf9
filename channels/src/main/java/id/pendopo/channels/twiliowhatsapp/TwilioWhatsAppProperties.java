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
 * @param templates which template serves what
 * @param smsFallback the account for text messages that goes on when nothing else reaches a person any more; blank for none
 * @param apiBaseUrl Twilio's address, or another server that speaks its protocol
 */
record TwilioWhatsAppProperties(
        @DefaultValue("") String accountSid,
        @Secret @DefaultValue("") String authToken,
        @DefaultValue("") String from,
        @DefaultValue Templates templates,
        @DefaultValue("") String smsFallback,
        @DefaultValue("https://api.twilio.com") URI apiBaseUrl)
        implements TwilioAccount {

    /** Twilio's console shows the number with its prefix. */
    TwilioWhatsAppProperties {
        from = from.strip().replaceFirst("^" + TwilioWhatsAppEvents.PREFIX, "");
    }

    /**
     * The purposes of templates.
     *
     * @param reply carries what the desk has to say once the reply window has closed
     */
    record Templates(@DefaultValue Template reply) {}

    /**
     * A template at Twilio, which does not tell whether it is approved by what it is sent with.
     *
     * @param contentSid {@code HX…}; blank for none
     * @param text its words with places such as <code>{{1}}</code>, as they were approved
     * @param language of these words
     */
    record Template(
            @DefaultValue("") String contentSid,
            @DefaultValue("") String text,
            @DefaultValue("id") String language) {}

    @Override
    public String toString() {
        return "TwilioWhatsAppProperties[" + apiBaseUrl.getHost() + ", REDACTED]";
    }
}
