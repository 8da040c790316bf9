package id.pendopo.channels.cli;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Location;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.adapter.WebhookRejected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as one line of JSON: {@code {event, external_id, from, text, choice, media, location, status, at}}, every key
 * always there, null where the event has no such thing. A change also names {@code original_id}, a report
 * {@code provider_id} and {@code reason}.
 */
public final class EventJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventJson() {}

    public static String of(InboundEvent event) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("event", name(event));
        line.put("external_id", event.externalId());
        line.put("from", null);
        line.put("text", null);
        line.put("choice", null);
        line.put("media", List.of());
        line.put("location", null);
        line.put("status", null);
        line.put("at", event.at().toString());
        switch (event) {
            case InboundMessage message -> put(line, message);
            case MessageChanged change -> put(line, change);
            case DeliveryReport report -> put(line, report);
            case AddressEvent address -> put(line, address);
        }
        return JSON.writeValueAsString(line);
    }

    public static String of(WebhookRejected rejected) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("rejected", rejected.status());
        line.put("reason", rejected.reason());
        return JSON.writeValueAsString(line);
    }

    private static String name(InboundEvent event) {
        return switch (event) {
            case InboundMessage _ -> "message";
            case MessageChanged _ -> "changed";
            case DeliveryReport _ -> "report";
            case AddressEvent _ -> "address";
        };
    }

    private static void put(Map<String, @Nullable Object> line, InboundMessage message) {
        line.put("from", message.from().value());
        line.put("text", message.text());
        line.put("choice", message.choice().orElse(null));
        line.put("media", message.attachments().stream().map(EventJson::media).toList());
        line.put("location", message.location().map(EventJson::place).orElse(null));
    }

    private static void put(Map<String, @Nullable Object> line, MessageChanged change) {
        line.put("from", change.from().value());
        line.put("text", change.text().orElse(null));
        line.put("status", change.text().isPresent() ? "edited" : "withdrawn");
        line.put("original_id", change.originalId());
    }

    private static void put(Map<String, @Nullable Object> line, DeliveryReport report) {
        line.put("from", report.to().map(Address::value).orElse(null));
        line.put("status", report.status().name().toLowerCase(Locale.ROOT));
        line.put("provider_id", report.providerId().orElse(null));
        line.put("reason", report.reason().orElse(null));
    }

    private static void put(Map<String, @Nullable Object> line, AddressEvent event) {
        line.put("from", event.address().value());
        line.put("status", event.what().name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> media(Attachment attachment) {
        return Map.of("type", attachment.type(), "ref", attachment.ref());
    }

    private static Map<String, Double> place(Location location) {
        return Map.of("lat", location.lat(), "lon", location.lon());
    }
}
