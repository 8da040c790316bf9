package id.pendopo.channels.meta;

import static id.pendopo.channels.adapter.WebhookJson.first;
import static id.pendopo.channels.adapter.WebhookJson.words;

import id.pendopo.channels.Address;
import id.pendopo.channels.Address.ExternalName;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.Choice;
import id.pendopo.channels.DeliveryReport;
import id.pendopo.channels.DeliveryReport.Status;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.MessageChanged;
import id.pendopo.channels.adapter.WebhookJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a webhook of the Messenger Platform says about one account.
 *
 * @see <a href="https://developers.facebook.com/docs/messenger-platform/reference/webhook-events">Webhook events</a>
 */
final class MessagingEvents {

    /** Times below this many milliseconds, of 1973, are seconds: some events have them. */
    private static final long MILLISECONDS = 100_000_000_000L;

    /** What the button before the first message is usually set to say; our own menu answers it. */
    private static final String GET_STARTED = "get_started";

    private final ChannelAccount account;
    private final String ownId;
    private final Set<String> objects;
    private final Instant now;

    MessagingEvents(ChannelAccount account, Set<String> objects, Instant now) {
        this.account = account;
        this.ownId = account.settings(MessagingAccount.class).ownId();
        this.objects = objects;
        this.now = now;
    }

    /** Events of this account, each once; an app's address is called for all its accounts. */
    List<InboundEvent> read(JsonNode body) {
        if (!objects.contains(words(body.path("object")))) {
            return List.of();
        }
        // What another app answers stands beside it as "standby".
        return body.path("entry")
                .valueStream()
                .flatMap(entry -> entry.path("messaging").valueStream().filter(event -> isOurs(entry, event)))
                .flatMap(this::events)
                .distinct()
                .toList();
    }

    /** Whoever looks at a recorded request need not say whose it is; a line that is on has its id. */
    private boolean isOurs(JsonNode entry, JsonNode event) {
        return ownId.isBlank()
                || first(event.path("recipient").path("id"), entry.path("id")).equals(ownId);
    }

    /** An event has one of these parts; reactions, referrals and opt-ins say nothing to the desk. */
    private Stream<InboundEvent> events(JsonNode event) {
        String sender = words(event.path("sender").path("id"));
        if (sender.isEmpty()) {
            return Stream.empty();
        }
        Address from = new Address(account.name(), sender);
        return Stream.of(
                        message(event, from).stream(),
                        postback(event, from).stream(),
                        edited(event, from).stream(),
                        reports(event, from, event.path("delivery"), Status.DELIVERED),
                        reports(event, from, event.path("read"), Status.READ))
                .flatMap(events -> events);
    }

    private Optional<InboundEvent> message(JsonNode event, Address from) {
        JsonNode message = event.path("message");
        String id = words(message.path("mid"));
        if (id.isEmpty() || message.path("is_echo").asBoolean(false)) {
            return Optional.empty();
        }
        if (message.path("is_deleted").asBoolean(false)) {
            return Optional.of(
                    new MessageChanged(account.name(), id + "/unsent", at(event), from, id, Optional.empty()));
        }
        MessagingContent content = MessagingContent.of(message);
        String choice = words(message.path("quick_reply").path("payload"));
        return content.isEmpty() && choice.isEmpty()
                ? Optional.empty()
                : Optional.of(message(event, id, from, choice, content));
    }

    private InboundMessage message(JsonNode event, String id, Address from, String choice, MessagingContent content) {
        return new InboundMessage(
                account.name(),
                id,
                at(event),
                account.kind(),
                from,
                choice.isEmpty() ? content.text() : "",
                Optional.of(choice).filter(chosen -> !chosen.isEmpty()),
                content.place(),
                content.files(),
                Optional.empty());
    }

    /** A button of the page's own, such as the one before the first message. */
    private Optional<InboundEvent> postback(JsonNode event, Address from) {
        JsonNode postback = event.path("postback");
        String payload = words(postback.path("payload"));
        String id = words(postback.path("mid"));
        String time = words(event.path("timestamp"));
        if (payload.isEmpty() || id.isEmpty() && time.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(message(
                event,
                id.isEmpty() ? unnamed(from, "postback", time) : id,
                from,
                payload.toLowerCase(Locale.ROOT).equals(GET_STARTED) ? Choice.MENU : payload,
                MessagingContent.of(postback)));
    }

    private Optional<InboundEvent> edited(JsonNode event, Address from) {
        JsonNode edit = event.path("message_edit");
        String id = words(edit.path("mid"));
        String text = words(edit.path("text"));
        return id.isEmpty() || text.isEmpty()
                ? Optional.empty()
                : Optional.of(new MessageChanged(
                        account.name(),
                        id + "/edited/" + words(event.path("timestamp")),
                        at(event),
                        from,
                        id,
                        Optional.of(text)));
    }

    /** Of messages by their names; without any, of all that were sent until a time. */
    private Stream<InboundEvent> reports(JsonNode event, Address from, JsonNode said, Status status) {
        String state = status.name().toLowerCase(Locale.ROOT);
        List<String> names = Stream.concat(said.path("mids").valueStream(), Stream.of(said.path("mid")))
                .map(WebhookJson::words)
                .filter(name -> !name.isEmpty())
                .toList();
        if (!names.isEmpty()) {
            return names.stream().map(name -> report(name + "/" + state, at(event), Optional.of(name), from, status));
        }
        JsonNode until = said.path("watermark");
        return words(until).isEmpty()
                ? Stream.empty()
                : Stream.of(report(unnamed(from, state, words(until)), at(until), Optional.empty(), from, status));
    }

    private DeliveryReport report(String id, Instant at, Optional<String> message, Address to, Status status) {
        return new DeliveryReport(account.name(), id, at, message, Optional.of(to), status, Optional.empty());
    }

    /** The name of an event that has none; nobody reads in it of whom it was. */
    private static String unnamed(Address from, String what, String time) {
        return ExternalName.hash(String.join("/", from.value(), what, time));
    }

    private Instant at(JsonNode part) {
        long time = (part.isObject() ? part.path("timestamp") : part).asLong(0);
        Instant at = time < MILLISECONDS ? Instant.ofEpochSecond(Math.max(time, 0)) : Instant.ofEpochMilli(time);
        // A clock that is wrong puts nothing into the future.
        return time <= 0 || at.isAfter(now) ? now : at;
    }
}
