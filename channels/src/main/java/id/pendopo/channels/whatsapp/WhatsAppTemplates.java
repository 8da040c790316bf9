package id.pendopo.channels.whatsapp;

import static id.pendopo.channels.adapter.WebhookJson.words;

import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.window.MessageTemplate;
import id.pendopo.channels.meta.MetaGraph;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads the message templates of a WhatsApp Business account.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates">
 *     Message templates</a>
 */
record WhatsAppTemplates(MetaGraph graph) {

    private static final String FIELDS = "name,language,status,category,quality_score,parameter_format,components";
    private static final int PAGE = 100;

    /** An account has 250 templates, a verified one 6,000; a list without an end is somebody's mistake. */
    private static final int MOST_PAGES = 100;

    /** @return none where the settings name no such account */
    List<MessageTemplate> of(WhatsAppCloudProperties settings) throws SendFailed {
        List<MessageTemplate> all = new ArrayList<>();
        Optional<String> after = settings.businessAccountId().matches("\\d{1,32}") ? Optional.of("") : Optional.empty();
        for (int page = 0; page < MOST_PAGES && after.isPresent(); page++) {
            String cursor = after.get();
            JsonNode answer = graph.get(
                    settings,
                    settings.businessAccountId() + "/message_templates?limit=" + PAGE + "&fields=" + FIELDS
                            + (cursor.isEmpty() ? "" : "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)));
            answer.path("data").valueStream().map(WhatsAppTemplates::template).forEach(all::add);
            after = answer.path("paging").has("next")
                    ? Optional.of(words(answer.at("/paging/cursors/after"))).filter(next -> !next.isEmpty())
                    : Optional.empty();
        }
        return all;
    }

    private static MessageTemplate template(JsonNode said) {
        List<JsonNode> parts = said.path("components").valueStream().toList();
        String body = parts.stream()
                .filter(part -> type(part).equals("BODY"))
                .map(part -> words(part.path("text")))
                .findFirst()
                .orElse("");
        boolean named = words(said.path("parameter_format")).equalsIgnoreCase("NAMED");
        return new MessageTemplate(
                words(said.path("name")),
                words(said.path("language")),
                capitals(said.path("category")),
                capitals(said.path("status")),
                quality(said),
                body,
                MessageTemplate.places(body),
                !named && parts.stream().allMatch(WhatsAppTemplates::fillsItself));
    }

    private static String quality(JsonNode said) {
        String score = capitals(said.at("/quality_score/score"));
        return score.isEmpty() ? "UNKNOWN" : score;
    }

    /** Whether a part but the body is sent without anything of ours: headers of words, footers, buttons that never change. */
    private static boolean fillsItself(JsonNode part) {
        return switch (type(part)) {
            case "BODY", "FOOTER" -> true;
            case "HEADER" -> capitals(part.path("format")).equals("TEXT") && !hasPlace(part.path("text"));
            case "BUTTONS" ->
                part.path("buttons")
                        .valueStream()
                        .allMatch(button ->
                                List.of("QUICK_REPLY", "PHONE_NUMBER", "URL").contains(type(button))
                                        && !hasPlace(button.path("url")));
            default -> false;
        };
    }

    private static boolean hasPlace(JsonNode text) {
        return words(text).contains("{{");
    }

    private static String type(JsonNode part) {
        return capitals(part.path("type"));
    }

    private static String capitals(JsonNode word) {
        return words(word).toUpperCase(Locale.ROOT);
    }
}
