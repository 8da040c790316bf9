package id.pendopo.channels.adapter;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a webhook, decoded from the raw request: a servlet would mix those of the query into those of the body,
 * which breaks the signature.
 *
 * @param fields every value of every name, in the order in which they were sent
 */
public record WebhookForm(Map<String, List<String>> fields) {

    /** A GET carries its fields in the query, a POST in the body. */
    public static WebhookForm of(WebhookRequest request) throws WebhookRejected {
        return request.method().equals("GET") ? parse(request.query()) : body(request);
    }

    /** The fields that are signed beside the address. */
    public static WebhookForm body(WebhookRequest request) throws WebhookRejected {
        return parse(new String(request.body(), StandardCharsets.UTF_8));
    }

    public static WebhookForm parse(String encoded) throws WebhookRejected {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try {
            for (String pair : encoded.split("&")) {
                if (!pair.isEmpty()) {
                    String[] field = pair.split("=", 2);
                    fields.computeIfAbsent(decode(field[0]), name -> new ArrayList<>())
                            .add(field.length == 2 ? decode(field[1]) : "");
                }
            }
        } catch (IllegalArgumentException e) {
            throw new WebhookRejected(400, "the body is not a form: a percent sign without two digits");
        }
        return new WebhookForm(fields);
    }

    /** Whether a field was sent more than once. */
    public boolean repeats() {
        return fields.values().stream().anyMatch(values -> values.size() > 1);
    }

    /** A field's first value, as it was sent; empty when it is missing or blank. */
    public Optional<String> value(String name) {
        return fields.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isBlank());
    }

    /** A field's first value if it has no control characters, which no name, number or address has. */
    public Optional<String> plain(String name) {
        return value(name).filter(value -> value.chars().noneMatch(Character::isISOControl));
    }

    /** @throws WebhookRejected 400 when it is missing or has control characters */
    public String required(String name) throws WebhookRejected {
        if (value(name).isEmpty()) {
            throw new WebhookRejected(400, name + " is missing");
        }
        return plain(name).orElseThrow(() -> new WebhookRejected(400, name + " has a control character"));
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "WebhookForm[" + fields.size() + " fields]";
    }
}
