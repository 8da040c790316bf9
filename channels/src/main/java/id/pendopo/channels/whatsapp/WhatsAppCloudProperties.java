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
 * @param apiVersion of the Graph interface
 * @param apiBaseUrl Meta's address, or another server that speaks its protocol
 */
record WhatsAppCloudProperties(
        @DefaultValue("") String phoneNumberId,
        @Secret @DefaultValue("") String accessToken,
        @Secret @DefaultValue("") String appSecret,
        @Secret @DefaultValue("") String verifyToken,
        @DefaultValue("v23.0") String apiVersion,
        @DefaultValue("https://graph.facebook.com") URI apiBaseUrl)
        implements MetaAccount {

    @Override
    public List<String> missing() {
        return missing("phone-number-id", phoneNumberId);
    }

    @Override
    public String toString() {
        return "WhatsAppCloudProperties[" + apiBaseUrl.getHost() + ", REDACTED]";
    }
}
