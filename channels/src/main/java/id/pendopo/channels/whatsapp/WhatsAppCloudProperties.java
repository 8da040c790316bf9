package id.pendopo.channels.whatsapp;

import id.pendopo.channels.adapter.Secret;
import id.pendopo.channels.meta.MetaAccount;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A number at WhatsApp's Cloud API.
 *
 * @param phoneNumberId Meta's id of the number, not the number; shown at the app's WhatsApp, API Setup
 * @param accessToken of a system user with {@code whatsapp_business_messaging}; such a token does not expire
 * @param appSecret signs webhooks; one for all numbers of the app
 * @param verifyToken our own word for the registration of the address
 * @param businessAccountId Meta's id of the WhatsApp Business account that keeps the templates; blank: none are asked for
 * @param templates which of them serves what
 * @param smsFallback the account for text messages that goes on when nothing else reaches a person any more; blank for none
 * @param apiVersion of the Graph interface
 * @param apiBaseUrl Meta's address, or another server that speaks its protocol
 */
record WhatsAppCloudProperties(
        @DefaultValue("") String phoneNumberId,
        @Secret @DefaultValue("") String accessToken,
        @Secret @DefaultValue("") String appSecret,
        @Secret @DefaultValue("") String verifyToken,
        @DefaultValue("") String businessAccountId,
        @DefaultValue Templates templates,
        @DefaultValue("") String smsFallback,
        @DefaultValue("v23.0") String apiVersion,
        @DefaultValue("https://graph.facebook.com") URI apiBaseUrl)
        implements MetaAccount {

    /**
     * The purposes of templates.
     *
     * @param reply carries what the desk has to say once the reply window has closed; blank for none
     */
    record Templates(@DefaultValue("") String reply) {}

    @Override
    public List<String> missing() {
        return missing("phone-number-id", phoneNumberId);
    }

    @Override
    public String toString() {
        return "WhatsAppCloudProperties[" + apiBaseUrl.getHost() + ", REDACTED]";
    }
}
