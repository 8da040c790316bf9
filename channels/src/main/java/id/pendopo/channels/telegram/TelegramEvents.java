package id.pendopo.channels.telegram;

import id.pendopo.channels.Address;
import id.pendopo.channels.AddressEvent;
import id.pendopo.channels.AddressEvent.What;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.ChannelAccount;
import id.pendopo.channels.InboundEvent;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.InboundMessage.Named;
import id.pendopo.channels.Location;
import id.pendopo.channels.MessageChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an update means for the desk. It serves private conversations only: what is said in a group is no petition, and what
 * the desk knows of somebody is not for a group to read.
 */
final class TelegramEvents {

    /** What a message may consist of besides words, a place and files, and deserves an answer. */
    private static final List<String> WORDLESS = List.of("contact", "dice", "poll", "game", "story", "paid_media");

    /** Dates of messages, in seconds since 1970, that are believed. */
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

    private final ChannelAccount account;
    private final Instant now;

    TelegramEvents(ChannelAccount account, Instant now) {
        this.account = account;
        this.now = now;
    }

    List<InboundEvent> read(TelegramUpdate update) {
        if (update.get("message").isObject()) {
            return message(update, update.get("message"));
        }
        if (update.get("edited_message").isObject()) {
            return edited(update, update.get("edited_message"));
        }
        if (update.get("callback_query").isObject()) {
            return pressed(update, update.get("callback_query"));
        }
        return update.get("my_chat_member").isObject() ? membership(update, update.get("my_chat_member")) : List.of();
    }

    private List<InboundEvent> message(TelegramUpdate update, JsonNode message) {
        if (!fromACitizen(message)) {
            return List.of();
        }
        TelegramText text = TelegramText.of(message);
        List<Attachment> files = TelegramFiles.of(message);
        Optional<Location> place = place(message);
        boolean said = !text.words().isEmpty() || !files.isEmpty() || place.isPresent();
        if (!said && WORDLESS.stream().allMatch(part -> message.path(part).isMissingNode())) {
            return List.of();
        }
        List<InboundEvent> events = new ArrayList<>();
        Address from = address(message.path("chat"));
        Instant at = at(message.path("date"));
        if (text.starts()) {
            events.add(new AddressEvent(account.name(), update.id() + "/started", at, from, What.STARTED));
        }
        events.add(new InboundMessage(
                account.name(),
                String.valueOf(update.id()),
                at,
                account.kind(),
                from,
                text.words(),
                text.choice(),
                place,
                files,
                TelegramUpdate.language(message.path("from")),
                named(message)));
        return events;
    }

    /** A live location is "edited" as it moves: nobody corrected anything. */
    private List<InboundEvent> edited(TelegramUpdate update, JsonNode message) {
        if (!fromACitizen(message) || message.path("location").isObject()) {
            return List.of();
        }
        return named(message)
                .<List<InboundEvent>>map(original -> List.of(new MessageChanged(
                        account.name(),
                        String.valueOf(update.id()),
                        at(message.path("edit_date")),
                        address(message.path("chat")),
                        original.id(),
                        Optional.of(TelegramText.of(message).words()))))
                .orElse(List.of());
    }

    /** A button below a message of ours; one below somebody's inline message has no conversation to go to. */
    private List<InboundEvent> pressed(TelegramUpdate update, JsonNode query) {
        JsonNode chat = query.path("message").path("chat");
        String choice = TelegramUpdate.words(query.path("data"));
        if (!TelegramUpdate.isPrivate(chat) || choice.isBlank() || isBot(query.path("from"))) {
            return List.of();
        }
        return List.of(new InboundMessage(
                account.name(),
                String.valueOf(update.id()),
                now,
                account.kind(),
                address(chat),
                "",
                Optional.of(choice),
                Optional.empty(),
                List.of(),
                TelegramUpdate.language(query.path("from"))));
    }

    /** In a private conversation the only member that changes is the bot: https://core.telegram.org/bots/api#update */
    private List<InboundEvent> membership(TelegramUpdate update, JsonNode change) {
        if (!TelegramUpdate.isPrivate(change.path("chat"))) {
            return List.of();
        }
        Optional<What> what =
                switch (change.path("new_chat_member").path("status").asString("")) {
                    case "kicked" -> Optional.of(What.BLOCKED);
                    case "member" -> Optional.of(What.UNBLOCKED);
                    default -> Optional.empty();
                };
        return what.<List<InboundEvent>>map(happened -> List.of(new AddressEvent(
                        account.name(),
                        String.valueOf(update.id()),
                        at(change.path("date")),
                        address(change.path("chat")),
                        happened)))
                .orElse(List.of());
    }

    private static boolean fromACitizen(JsonNode message) {
        return TelegramUpdate.isPrivate(message.path("chat")) && !isBot(message.path("from"));
    }

    private static boolean isBot(JsonNode sender) {
        return sender.path("is_bot").asBoolean(false);
    }

    private Address address(JsonNode chat) {
        return new Address(account.name(), chat.path("id").asString(""));
    }

    private Instant at(JsonNode seconds) {
        long since1970 = seconds.asLong(0);
        return since1970 > 0 && since1970 < LATEST ? Instant.ofEpochSecond(since1970) : now;
    }

    /** A venue names its place twice; it is one place. */
    private static Optional<Location> place(JsonNode message) {
        JsonNode place = message.path("location").isObject()
                ? message.path("location")
                : message.path("venue").path("location");
        double lat = place.path("latitude").asDouble(Double.NaN);
        double lon = place.path("longitude").asDouble(Double.NaN);
        boolean onEarth = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
        return onEarth ? Optional.of(new Location(lat, lon)) : Optional.empty();
    }

    private static Optional<Named> named(JsonNode message) {
        String album = TelegramUpdate.words(message.path("media_group_id"));
        return message.path("message_id").isIntegralNumber()
                ? Optional.of(new Named(
                        message.path("message_id").asString(""),
                        Optional.of(album).filter(id -> !id.isEmpty())))
                : Optional.empty();
    }
}
