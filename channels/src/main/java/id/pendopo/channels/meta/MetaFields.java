package id.pendopo.channels.meta;

import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads fields of a webhook's JSON, any of which may be missing or of another type than it should. */
public final class MetaFields {

    private MetaFields() {}

    /** A field's value as words, without space at its ends; empty when there is none. */
    public static String words(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
    }

    /** The first of the fields that says something; empty when none does. */
    public static String first(JsonNode... places) {
        return Stream.of(places)
                .map(MetaFields::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }
}
