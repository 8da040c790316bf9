package id.pendopo.channels.web.chat;

import id.pendopo.channels.Location;
import id.pendopo.channels.web.ChatFailed;
import id.pendopo.channels.web.ChatMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON bodies of the chat API; says what to write instead where it cannot. */
final class ChatBody {

    /** Bytes; 4,000 characters of four bytes each, escaped, fit well. */
    private static final int LIMIT = 64 * 1024;

    private final JsonNode body;

    private ChatBody(JsonNode body) {
        this.body = body;
    }

    /** @throws ChatFailed 413 when it is too large, 400 when it is no JSON object; an empty body is an empty object */
    static ChatBody read(JsonMapper json, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new ChatFailed(HttpStatus.CONTENT_TOO_LARGE, "body-size", LIMIT / 1024);
        }
        if (bytes.length == 0) {
            return new ChatBody(json.createObjectNode());
        }
        try {
            JsonNode body = json.readTree(bytes);
            if (body.isObject()) {
                return new ChatBody(body);
            }
        } catch (JacksonException notJson) {
            throw new ChatFailed(HttpStatus.BAD_REQUEST, "body");
        }
        throw new ChatFailed(HttpStatus.BAD_REQUEST, "body");
    }

    /** A member that must be a string if it is there. */
    Optional<String> string(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new ChatFailed(HttpStatus.BAD_REQUEST, "body-string", name);
        }
        return Optional.of(value.stringValue());
    }

    /** A member that names something: a string, or a number taken as it is written. */
    private Optional<String> name(String name) {
        JsonNode value = body.path(name);
        return value.isNumber() ? Optional.of(value.asString()) : string(name);
    }

    boolean flag(String name) {
        return body.path(name).asBoolean(false);
    }

    ChatMessage message() {
        return new ChatMessage(
                name("clientId").orElse(""),
                string("text").orElse(""),
                string("choice"),
                location(),
                attachments().toList());
    }

    private Optional<Location> location() {
        JsonNode place = body.path("location");
        if (place.isMissingNode() || place.isNull()) {
            return Optional.empty();
        }
        if (!place.path("lat").isNumber() || !place.path("lon").isNumber()) {
            throw new ChatFailed(HttpStatus.BAD_REQUEST, "location");
        }
        try {
            return Optional.of(new Location(
                    place.path("lat").doubleValue(), place.path("lon").doubleValue()));
        } catch (IllegalArgumentException outside) {
            throw new ChatFailed(HttpStatus.BAD_REQUEST, "location");
        }
    }

    private Stream<String> attachments() {
        JsonNode ids = body.path("attachments");
        if (ids.isMissingNode() || ids.isNull()) {
            return Stream.empty();
        }
        if (!ids.isArray() || !ids.valueStream().allMatch(JsonNode::isString)) {
            throw new ChatFailed(HttpStatus.BAD_REQUEST, "body-attachments");
        }
        return ids.valueStream().map(JsonNode::stringValue);
    }
}
