package id.pendopo.channels.messenger;

import id.pendopo.channels.adapter.Secret;
import id.pendopo.channels.meta.MessagingAccount;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A page of Facebook.
 *
 * @param pageId Meta's id of the page; shown at the page's transparency
 * @param accessToken of the page, made by a system user; such a token does not expire
 * @param appSecret signs webhooks; one for all accounts of the app
 * @param verifyToken our own word for the registration of the address
 * @param apiVersion of the Graph interface
 * @param apiBaseUrl Meta's address, or another server that speaks its protocol
 */
record MessengerProperties(
        @DefaultValue("") String pageId,
        @Secret @DefaultValue("") String accessToken,
        @Secret @DefaultValue("") String appSecret,
        @Secret @DefaultValue("") String verifyToken,
        @DefaultValue("v23.0") String apiVersion,
        @DefaultValue("https://graph.facebook.com") URI apiBaseUrl)
        implements MessagingAccount {

    @Override
    public String ownId() {
        return pageId;
    }

    @Override
    public String path() {
        return pageId + "/messages";
    }

    @Override
    public List<String> missing() {
        return missing("page-id", pageId);
    }

    @Override
    public String toString() {
        return "MessengerProperties[" + apiBaseUrl.getHost() + ", REDACTED]";
    }
}
