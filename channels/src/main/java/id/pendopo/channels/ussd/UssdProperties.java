package id.pendopo.channels.ussd;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.adapter.Secret;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A service code at a USSD gateway.
 *
 * @param sharedSecret what the gateway presents with each request, as a step of the path behind the account's address
 * @param serviceCode what people dial, {@code *384*19351#}; without it every code that the gateway sends is answered
 * @param allowedIps addresses or networks that the gateway calls from, beside or instead of the secret
 * @param smsAccount the line by which people get their ticket's number; without it the first line for text messages
 * @param apiBaseUrl the gateway's address; nothing is sent there, since everything is said in responses
 */
record UssdProperties(
        @Secret @DefaultValue("") String sharedSecret,
        @DefaultValue("") String serviceCode,
        @DefaultValue List<String> allowedIps,
        @DefaultValue("") String smsAccount,
        @DefaultValue("/") URI apiBaseUrl)
        implements AccountSettings {

    /** A gateway signs nothing: it must be known by one of both at least. */
    @Override
    public List<String> missing() {
        return sharedSecret.isBlank() && allowedIps.isEmpty() ? List.of("shared-secret") : List.of();
    }

    @Override
    public String toString() {
        return "UssdProperties[" + serviceCode + ", REDACTED]";
    }
}
