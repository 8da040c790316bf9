package id.pendopo.channels.instagram;

import id.pendopo.channels.adapter.Secret;
import id.pendopo.channels.meta.MessagingAccount;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A professional account of Instagram.
 *
 * @param accountId Meta's id of the account, as webhooks have it: {@code 17841…}, not its name
 * @param accessToken of the page that is linked with the account, or of the account itself
 * @param appSecret signs webhooks; one for all accounts of the app
 * @param verifyToken our own word for the registration of the address
 * @param apiVersion of the Graph interface
 * @param apiBaseUrl Meta's address; {@code https://graph.instagram.com} for a token of the account itself
 */
record InstagramProperties(
        @DefaultValue("") String accountId,
        @Secret @DefaultValue("") String accessToken,
        @Secret @DefaultValue("") String appSecret,
        @Secret @DefaultValue("") String verifyToken,
        @DefaultValue("v23.0") String apiVersion,
        @DefaultValue("https://graph.facebook.com") URI apiBaseUrl)
        implements MessagingAccount {

    @Override
    public String ownId() {
        return accountId;
    }

    /** Of whose token it is: the linked page's at one address, the account's own at the other. */
    @Override
    public String path() {
        return "me/messages";
    }

    @Override
    public List<String> missing() {
        return missing("account-id", accountId);
    }

    @Override
    public String toString() {
        return "InstagramProperties[" + apiBaseUrl.getHost() + ", REDACTED]";
    }
}
