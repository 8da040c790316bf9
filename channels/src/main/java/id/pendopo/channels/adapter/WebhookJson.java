package id.pendopo.channels.adapter;

import id.pendopo.channels.Location;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON payload of a webhook, read leniently: what is missing or of another type is empty. */
public final class WebhookJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WebhookJson() {}

    /** @throws WebhookRejected 400 when the body is no JSON object */
    public static JsonNode object(WebhookRequest request) throws WebhookRejected {
        try {
            JsonNode body = JSON.readTree(request.body());
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException broken) {
            throw new WebhookRejected(400, "the body is no JSON");
        }
        throw new WebhookRejected(400, "the body is no JSON object");
    }

    /** A value as text, without spaces around it; empty when there is none. */
    public static String words(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
    }

    /** The first of these values that is not empty. */
    public static String first(JsonNode... values) {
        return Stream.of(values)
                .map(WebhookJson::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The place that an object names by {@code latitude} and {@code longitude} in degrees; empty when it is not on the earth. */
    public static Optional<Location> place(JsonNode object) {
        return Location.of(
                object.path("latitude").asDouble(Double.NaN),
                object.path("longitude").asDouble(Double.NaN));
    }
}
