package id.pendopo.channels.httpsms;

import id.pendopo.channels.AccountSettings;
import id.pendopo.channels.adapter.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A text-message gateway, described. A place of a field is a JSON Pointer when it begins with a slash, otherwise the name of
 * a field: of the form, of the query of a GET, or of a JSON object.
 *
 * @param apiBaseUrl the gateway's address: {@code outbound.url} counts from there; an absolute one keeps only its path
 * @param from our number or name, as {@code {from}} in what is sent
 * @param secret what the gateway presents with each request
 * @param signature how it signs instead
 * @param allowedIps addresses or networks that it calls from, beside or instead of both
 * @param credentials what {@code outbound} and {@code reports.poll} name in braces; stored like secrets
 */
record HttpSmsProperties(
        @DefaultValue("/") URI apiBaseUrl,
        @DefaultValue("") String from,
        @Secret @DefaultValue("") String secret,
        @DefaultValue Signature signature,
        @DefaultValue List<String> allowedIps,
        @Secret @DefaultValue Map<String, String> credentials,
        @DefaultValue Inbound inbound,
        @DefaultValue Outbound outbound,
        @DefaultValue Reports reports)
        implements AccountSettings {

    /**
     * A signature by HMAC.
     *
     * @param key empty: nothing is signed
     * @param over what is signed: {@code {body}}, {@code {url}} and {@code {header:NAME}}
     * @param prefix what stands before it in the header
     */
    record Signature(
            @Secret @DefaultValue("") String key,
            @DefaultValue("X-Signature") String header,
            @DefaultValue("HmacSHA256") String algorithm,
            @DefaultValue("hex") Encoding encoding,
            @DefaultValue("") String prefix,
            @DefaultValue("{body}") String over) {

        enum Encoding {
            HEX,
            BASE64
        }
    }

    /**
     * Where a citizen's message stands.
     *
     * @param at when it was sent: seconds or milliseconds since 1970, ISO 8601, or {@code yyyy-MM-dd HH:mm:ss} of the desk's
     *     clock; needed where there is no {@code id}
     * @param each pointer to the list of messages, where a request brings several; the others count from its entries
     * @param when what an entry must have to be a message, each as {@code place=value}; every entry is one without it
     * @param answer what the gateway wants to hear
     */
    record Inbound(
            @DefaultValue("") String from,
            @DefaultValue("") String to,
            @DefaultValue("") String text,
            @DefaultValue("") String id,
            @DefaultValue("") String at,
            @DefaultValue("") String each,
            @DefaultValue List<String> when,
            @DefaultValue("OK") String answer,
            @DefaultValue("text/plain;charset=UTF-8") String answerType) {}

    /**
     * How a message is sent.
     *
     * @param body with {@code {to}} (E.164), {@code {to-digits}}, {@code {to-local}}, {@code {from}}, {@code {text}},
     *     {@code {id}} (ours, the same at each try) and credentials, in JSON where it begins with a brace or bracket, else as a
     *     form; {@code url} and {@code headers} take the same
     * @param id where the answer names the message; empty where it does not
     * @param accepted what an answer must have to be a yes beside a status of 2xx, each as {@code place=value}
     * @param error where it names the reason of a no
     * @param retry reasons that pass by themselves
     */
    record Outbound(
            @DefaultValue("") String url,
            @DefaultValue("POST") String method,
            @DefaultValue Map<String, String> headers,
            @DefaultValue("") String body,
            @DefaultValue("") String id,
            @DefaultValue List<String> accepted,
            @DefaultValue("") String error,
            @DefaultValue List<String> retry) {}

    /**
     * Where a delivery report stands. Requests to the account's address with {@code /status} behind it are reports, and what
     * is no message by {@code inbound.when} and has the places of one.
     *
     * @param delivered values of {@code status}; what stands in no list is dropped
     * @param poll an address that lists reports, asked every {@code every}; empty where the gateway calls
     */
    record Reports(
            @DefaultValue("") String id,
            @DefaultValue("") String status,
            @DefaultValue("") String error,
            @DefaultValue("") String each,
            @DefaultValue List<String> sent,
            @DefaultValue List<String> delivered,
            @DefaultValue List<String> failed,
            @DefaultValue("") String poll,
            @DefaultValue("20s") Duration every) {}

    /** A gateway must prove itself in one way at least, and its messages must be told apart from each other. */
    @Override
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (secret.isBlank() && signature.key().isBlank() && allowedIps.isEmpty()) {
            missing.add("secret");
        }
        Map.of("inbound.from", inbound.from(), "inbound.text", inbound.text(), "outbound.url", outbound.url())
                .forEach((name, value) ->
                        Optional.of(name).filter(_ -> value.isBlank()).ifPresent(missing::add));
        if (inbound.id().isBlank() && inbound.at().isBlank()) {
            missing.add("inbound.id");
        }
        return missing.stream().sorted().toList();
    }

    /** Where a request goes, if the gateway speaks somewhere else than its documentation says. */
    URI target(String url) {
        URI given = URI.create(url);
        String query = given.getRawQuery() == null ? "" : "?" + given.getRawQuery();
        return apiBaseUrl.getHost() == null ? given : apiBaseUrl.resolve(given.getRawPath() + query);
    }

    @Override
    public String toString() {
        return "HttpSmsProperties[REDACTED]";
    }
}
