package id.pendopo.channels.httpsms;

import id.pendopo.channels.adapter.WebhookForm;
import id.pendopo.channels.adapter.WebhookRejected;
import id.pendopo.channels.adapter.WebhookRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a request or an answer by their configured places, whether they came as JSON or as a form.
 *
 * @param named a field's value, empty where it has none
 * @param lists the entries of a list
 */
record HttpSmsFields(Function<String, Optional<String>> named, Function<String, List<HttpSmsFields>> lists) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws WebhookRejected 400 when the body is neither JSON nor a form */
    static HttpSmsFields of(WebhookRequest request) throws WebhookRejected {
        if (request.method().equals("GET") || !json(request.body())) {
            WebhookForm form = WebhookForm.of(request);
            return new HttpSmsFields(form::value, _ -> List.of());
        }
        try {
            return of(JSON.readTree(request.body()));
        } catch (JacksonException broken) {
            throw new WebhookRejected(400, "the body is no JSON");
        }
    }

    static HttpSmsFields of(JsonNode json) {
        return new HttpSmsFields(
                place -> text(at(json, place)),
                place -> at(json, place).valueStream().map(HttpSmsFields::of).toList());
    }

    /** The value at a place, stripped; empty where there is none, or where the configuration knows no place. */
    Optional<String> value(String place) {
        return place.isBlank()
                ? Optional.empty()
                : named.apply(place).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** @throws WebhookRejected 400 when it is missing */
    String required(String place) throws WebhookRejected {
        return value(place).orElseThrow(() -> new WebhookRejected(400, place + " is missing"));
    }

    /**
     * Whether every place has its value; yes without any.
     *
     * @param wanted each as {@code place=value}
     */
    boolean has(List<String> wanted) {
        return wanted.stream()
                .map(one -> one.split("=", 2))
                .allMatch(one -> value(one[0].strip())
                        .filter(value -> one.length == 2 && value.equals(one[1].strip()))
                        .isPresent());
    }

    /** The entries of a list, or these fields themselves where the configuration knows of no list. */
    List<HttpSmsFields> each(String place) {
        return place.isBlank() ? List.of(this) : lists.apply(place);
    }

    private static boolean json(byte[] body) {
        for (byte character : body) {
            if (!Character.isWhitespace(character)) {
                return character == '{' || character == '[';
            }
        }
        return false;
    }

    private static JsonNode at(JsonNode json, String place) {
        return place.startsWith("/") ? json.at(place) : json.path(place);
    }

    private static Optional<String> text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asString()) : Optional.empty();
    }
}
