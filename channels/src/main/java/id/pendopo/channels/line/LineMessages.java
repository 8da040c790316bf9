package id.pendopo.channels.line;

import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.texting.FileDelivery;
import id.pendopo.channels.texting.MessengerWords;
import id.pendopo.channels.texting.Pieces;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Renders a reply as message objects of LINE: texts, the last of them with quick replies for up to twelve short choices and
 * for a place that is asked for.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/#message-objects">Message objects</a>
 */
final class LineMessages {

    /** UTF-16 code units: https://developers.line.biz/en/docs/messaging-api/text-character-count/ */
    private static final int LONGEST_TEXT = 5000;

    /** https://developers.line.biz/en/reference/messaging-api/#quick-reply */
    private static final int QUICK_REPLIES = 13;

    /** https://developers.line.biz/en/reference/messaging-api/#action-objects */
    private static final int LABEL = 20;

    private static final int DATA = 300;

    private final URI publicUrl;

    LineMessages(URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** In the order in which they are sent; at least one. */
    List<Map<String, Object>> of(OutboundMessage message) {
        List<Block.Media> shown = pictures(message);
        List<Map<String, Object>> bubbles =
                new ArrayList<>(shown.stream().map(this::picture).toList());
        OutboundMessage rest = FileDelivery.without(message, shown);
        if (bubbles.isEmpty() || !rest.blocks().isEmpty() || rest.speaker().isPresent()) {
            bubbles.addAll(texts(rest));
        }
        return bubbles;
    }

    /** The same with a link for each picture, for when LINE takes none. */
    List<Map<String, Object>> linked(OutboundMessage message) {
        return texts(message);
    }

    /** LINE's phones fetch a picture themselves, by https alone: the others are links. */
    private List<Block.Media> pictures(OutboundMessage message) {
        return FileDelivery.of(message).stream()
                .filter(file -> file.attachment().type().startsWith("image/"))
                .filter(file -> address(file).startsWith("https://"))
                .toList();
    }

    private String address(Block.Media file) {
        return file.link()
                .map(link -> publicUrl.toString().replaceAll("/+$", "") + link)
                .orElse("");
    }

    /** https://developers.line.biz/en/reference/messaging-api/#image-message: JPEG or PNG, a preview of at most 1 MB. */
    private Map<String, Object> picture(Block.Media file) {
        Map<String, Object> bubble = new LinkedHashMap<>();
        bubble.put("type", "image");
        bubble.put("originalContentUrl", address(file));
        bubble.put("previewImageUrl", address(file) + "?preview=true");
        return bubble;
    }

    private List<Map<String, Object>> texts(OutboundMessage message) {
        List<Choice> pressable = pressable(message);
        MessengerWords words = MessengerWords.of(
                publicUrl, "LINE", "line", block -> pressable.isEmpty() ? MessengerWords.numbered(block) : "");
        List<Map<String, Object>> bubbles = new ArrayList<>();
        for (String piece : Pieces.ofUnits(words.say(message), LONGEST_TEXT)) {
            Map<String, Object> bubble = new LinkedHashMap<>();
            bubble.put("type", "text");
            bubble.put("text", piece);
            bubbles.add(bubble);
        }
        List<Map<String, Object>> buttons = Stream.concat(
                        places(message), pressable.stream().map(LineMessages::button))
                .toList();
        if (!buttons.isEmpty()) {
            bubbles.getLast().put("quickReply", Map.of("items", buttons));
        }
        return bubbles;
    }

    private static Stream<Map<String, Object>> places(OutboundMessage message) {
        return message.blocks().stream()
                .filter(Block.LocationRequest.class::isInstance)
                .map(block -> ((Block.LocationRequest) block).prompt())
                .limit(1)
                .map(prompt -> item(Map.of("type", "location", "label", cut(prompt))));
    }

    private static Map<String, Object> button(Choice choice) {
        return item(Map.of(
                "type", "postback", "label", choice.label(), "data", choice.id(), "displayText", choice.label()));
    }

    private static Map<String, Object> item(Map<String, Object> action) {
        return Map.of("type", "action", "action", action);
    }

    /** Either all have their button or none: numbers that begin at 13 help nobody. One is left for the place. */
    private static List<Choice> pressable(OutboundMessage message) {
        List<Choice> choices = message.blocks().stream()
                .filter(Block.Choices.class::isInstance)
                .flatMap(block -> ((Block.Choices) block).choices().stream())
                .toList();
        boolean fit = choices.size() < QUICK_REPLIES
                && choices.stream()
                        .allMatch(choice -> !choice.label().isBlank()
                                && choice.label().length() <= LABEL
                                && choice.id().length() <= DATA);
        return fit ? choices : List.of();
    }

    private static String cut(String label) {
        return label.length() <= LABEL ? label : label.substring(0, LABEL - 1).strip() + "…";
    }
}
