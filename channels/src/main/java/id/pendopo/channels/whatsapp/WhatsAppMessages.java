package id.pendopo.channels.whatsapp;

import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.window.MessageTemplate;
import id.pendopo.channels.texting.MessengerWords;
import id.pendopo.channels.texting.Pieces;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Renders a reply as messages of WhatsApp: a text, with up to three buttons, a list of up to ten rows, or a button that asks
 * for a place. Words too long to stand above buttons go ahead as a message of their own.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Messages</a>
 */
final class WhatsAppMessages {

    private static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_BODY = 1024;
    private static final int BUTTONS = 3;
    private static final int BUTTON_TITLE = 20;
    private static final int ROWS = 10;
    private static final int ROW_TITLE = 24;
    private static final int ROW_DESCRIPTION = 72;

    /** Of a row's id; a button's may have 256. */
    private static final int LONGEST_ID = 200;

    private final MessengerWords words;

    WhatsAppMessages(URI publicUrl) {
        this.words = MessengerWords.of(publicUrl, "WhatsApp", "whatsapp", WhatsAppMessages::unpressable);
    }

    /** What a reply's first file may say below it; empty when the words go by themselves. */
    String caption(OutboundMessage message) {
        return words.caption(message, LONGEST_BODY);
    }

    /** In the order in which they are sent; at least one. */
    List<Map<String, Object>> of(OutboundMessage message) {
        String said = words.say(message);
        List<Choice> choices = pressable(message);
        Optional<Map<String, Object>> below =
                choices.isEmpty() ? place(message) : Optional.of(buttons(choices, message.language()));
        List<Map<String, Object>> messages = new ArrayList<>();
        String rest = said;
        if (below.isPresent() && said.codePointCount(0, said.length()) > LONGEST_BODY) {
            rest = MessengerWords.word("messenger.choose", message.language());
            Pieces.ofCharacters(said, LONGEST_TEXT).forEach(piece -> messages.add(text(message, piece)));
        }
        if (below.isPresent()) {
            Map<String, Object> interactive = new LinkedHashMap<>(below.get());
            interactive.put("body", Map.of("text", rest));
            messages.add(addressed(message, "interactive", interactive));
        } else {
            Pieces.ofCharacters(rest, LONGEST_TEXT).forEach(piece -> messages.add(text(message, piece)));
        }
        return messages;
    }

    /** The whole reply as one text. */
    String asText(OutboundMessage message) {
        return words.say(message);
    }

    /** A template instead of the reply. */
    Map<String, Object> of(OutboundMessage message, MessageTemplate.Filled filled) {
        List<Map<String, String>> parameters = filled.parameters().stream()
                .map(text -> Map.of("type", "text", "text", text))
                .toList();
        return addressed(
                message,
                "template",
                Map.of(
                        "name",
                        filled.name(),
                        "language",
                        Map.of("code", filled.language()),
                        "components",
                        List.of(Map.of("type", "body", "parameters", parameters))));
    }

    private static Map<String, Object> text(OutboundMessage message, String words) {
        return addressed(message, "text", Map.of("body", words, "preview_url", false));
    }

    static Map<String, Object> addressed(OutboundMessage message, String type, Map<String, Object> content) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("messaging_product", "whatsapp");
        whole.put("recipient_type", "individual");
        whole.put("to", message.to().value());
        whole.put("type", type);
        whole.put(type, content);
        return whole;
    }

    private static Map<String, Object> buttons(List<Choice> choices, Locale language) {
        boolean few = choices.size() <= BUTTONS
                && choices.stream().allMatch(choice -> length(choice.label()) <= BUTTON_TITLE);
        Map<String, Object> interactive = new LinkedHashMap<>();
        interactive.put("type", few ? "button" : "list");
        interactive.put(
                "action",
                few
                        ? Map.of(
                                "buttons",
                                choices.stream().map(WhatsAppMessages::button).toList())
                        : Map.of(
                                "button",
                                MessengerWords.word("messenger.open", language),
                                "sections",
                                List.of(Map.of(
                                        "rows",
                                        choices.stream()
                                                .map(WhatsAppMessages::row)
                                                .toList()))));
        return interactive;
    }

    private static Map<String, Object> button(Choice choice) {
        return Map.of("type", "reply", "reply", Map.of("id", choice.id(), "title", choice.label()));
    }

    /** A long label is whole below its beginning. */
    private static Map<String, Object> row(Choice choice) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", choice.id());
        row.put("title", cut(choice.label(), ROW_TITLE));
        if (length(choice.label()) > ROW_TITLE) {
            row.put("description", cut(choice.label(), ROW_DESCRIPTION));
        }
        return row;
    }

    private static Optional<Map<String, Object>> place(OutboundMessage message) {
        return message.blocks().stream().anyMatch(Block.LocationRequest.class::isInstance)
                ? Optional.of(Map.of("type", "location_request_message", "action", Map.of("name", "send_location")))
                : Optional.empty();
    }

    private static List<Choice> pressable(OutboundMessage message) {
        List<Choice> choices = message.blocks().stream()
                .filter(Block.Choices.class::isInstance)
                .flatMap(block -> ((Block.Choices) block).choices().stream())
                .toList();
        return fit(choices) ? choices : List.of();
    }

    private static String unpressable(Block.Choices choices) {
        return fit(choices.choices()) ? "" : MessengerWords.numbered(choices);
    }

    /** Either all have their button or none: numbers that begin at 11 help nobody. */
    private static boolean fit(List<Choice> choices) {
        return choices.size() <= ROWS
                && choices.stream()
                        .allMatch(choice -> length(choice.id()) <= LONGEST_ID
                                && !choice.label().isBlank()
                                && length(choice.label()) <= ROW_DESCRIPTION);
    }

    private static String cut(String label, int most) {
        return length(label) <= most ? label : label.substring(0, label.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
