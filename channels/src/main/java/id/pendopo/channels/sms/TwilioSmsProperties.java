package id.pendopo.channels.sms;

import id.pendopo.channels.adapter.Secret;
import id.pendopo.channels.twilio.TwilioAccount;
import java.net.URI;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A number at Twilio.
 *
 * @param accountSid {@code AC…}, shown on the first page of Twilio's console
 * @param authToken the primary token: only it signs webhooks
 * @param from our number in E.164, a short code, or a messaging service ({@code MG…})
 * @param reply how a turn's answer travels: in the webhook's response, which Twilio bills like any message but sends
 *     without a further request, or by REST, which gives each message an id of its own
 * @param apiBaseUrl Twilio's address, or another server that speaks its protocol
 */
record TwilioSmsProperties(
        @DefaultValue("") String accountSid,
        @Secret @DefaultValue("") String authToken,
        @DefaultValue("") String from,
        @DefaultValue("response") Reply reply,
        @DefaultValue("https://api.twilio.com") URI apiBaseUrl)
        implements TwilioAccount {

    enum Reply {
        RESPONSE,
        REST
    }

    @Override
    public String toString() {
        return "TwilioSmsProperties[" + reply + ", " + apiBaseUrl.getHost() + ", REDACTED]";
    }
}
