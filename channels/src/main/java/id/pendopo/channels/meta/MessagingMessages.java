package id.pendopo.channels.meta;

import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import id.pendopo.channels.OutboundMessage;
import id.pendopo.channels.adapter.window.ReplyWindow;
import id.pendopo.channels.texting.MessengerWords;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders a reply as messages of the Messenger Platform: texts, with quick replies below the last. What a quick reply cannot
 * hold is a numbered line to type.
 *
 * @see <a href="https://developers.facebook.com/docs/messenger-platform/reference/send-api">Send API</a>
 */
public final class MessagingMessages {

    /** https://developers.facebook.com/docs/messenger-platform/reference/buttons/quick-replies */
    private static final int QUICK_REPLIES = 13;

    private static final int TITLE = 20;

    private final MessagingApp app;
    private final MessengerWords words;

    public MessagingMessages(URI publicUrl, MessagingApp app) {
        this.app = app;
        this.words = MessengerWords.of(publicUrl, app.name(), app.met(), MessagingMessages::unpressable);
    }

    /** In the order in which they are sent; at least one. */
    public List<Map<String, Object>> of(OutboundMessage message, ReplyWindow window) {
        List<Map<String, Object>> replies = message.blocks().stream()
                .filter(Block.Choices.class::isInstance)
                .map(block -> ((Block.Choices) block).choices())
                .filter(MessagingMessages::fit)
                .flatMap(List::stream)
                .map(MessagingMessages::reply)
                .toList();
        List<String> pieces = app.pieces().of(words.say(message));
        List<Map<String, Object>> messages = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            messages.add(addressed(message, pieces.get(i), last ? replies : List.of(), window));
        }
        return messages;
    }

    /**
     * A file, which Meta fetches itself.
     *
     * @see <a href="https://developers.facebook.com/docs/messenger-platform/send-messages#sending_attachments">Attachments</a>
     * @return empty when the app carries no such file, or Meta could not fetch it
     */
    public Optional<Map<String, Object>> file(OutboundMessage message, Block.Media file, ReplyWindow window) {
        boolean picture = file.attachment().type().startsWith("image/");
        return file.link()
                .map(words::absolute)
                .filter(address -> address.startsWith("https://") && (picture || app.documents()))
                .map(address -> addressed(
                        message,
                        Map.of(
                                "attachment",
                                Map.of(
                                        "type",
                                        picture ? "image" : "file",
                                        "payload",
                                        Map.of("url", address, "is_reusable", false))),
                        window));
    }

    private static Map<String, Object> addressed(
            OutboundMessage message, String text, List<Map<String, Object>> replies, ReplyWindow window) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("text", text);
        if (!replies.isEmpty()) {
            content.put("quick_replies", replies);
        }
        return addressed(message, content, window);
    }

    private static Map<String, Object> addressed(
            OutboundMessage message, Map<String, Object> content, ReplyWindow window) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("recipient", Map.of("id", message.to().value()));
        if (message.author() == OutboundMessage.Author.AGENT && window.personsOnly()) {
            // A person may answer within seven days, everything else within 24 hours:
            // https://developers.facebook.com/docs/features-reference/human-agent
            whole.put("messaging_type", "MESSAGE_TAG");
            whole.put("tag", "HUMAN_AGENT");
        } else {
            whole.put("messaging_type", "RESPONSE");
        }
        whole.put("message", content);
        return whole;
    }

    private static Map<String, Object> reply(Choice choice) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("content_type", "text");
        reply.put("title", choice.label());
        reply.put("payload", choice.id());
        return reply;
    }

    private static String unpressable(Block.Choices choices) {
        return fit(choices.choices()) ? "" : MessengerWords.numbered(choices);
    }

    /** Either all have their button or none. */
    private static boolean fit(List<Choice> choices) {
        return choices.size() <= QUICK_REPLIES
                && choices.stream()
                        .allMatch(choice -> !choice.label().isBlank()
                                && choice.label()
                                                .codePointCount(
                                                        0, choice.label().length())
                                        <= TITLE);
    }
}
