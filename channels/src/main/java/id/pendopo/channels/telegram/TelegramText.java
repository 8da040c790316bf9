package id.pendopo.channels.telegram;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The words of a message.
 *
 * @param words what was typed, a caption, a venue's name, one's own number; trimmed
 * @param choice what a deep link leads to
 * @param starts whether the conversation was started with it
 */
record TelegramText(String words, Optional<String> choice, boolean starts) {

    /** https://core.telegram.org/bots/features#deep-linking: {@code t.me/bot?start=PAYLOAD}. */
    private static final Pattern START = Pattern.compile("/start(?:\\s+([A-Za-z0-9_-]{1,64}))?");

    /** Places of the desk that a deep link may lead to; what acts on somebody's behalf is not among them. */
    private static final Set<String> DOORS = Set.of("ask", "menu", "person", "report", "status");

    private static final Pattern ARTICLE = Pattern.compile("article_([a-z0-9-]+)");

    /** In a group's manner a command names its bot: {@code /status@bot}. */
    private static final Pattern ADDRESSED = Pattern.compile("^(/\\w+)@\\w+");

    /** Somebody else's command, passed on, is a text and no command: the words say so. */
    static TelegramText of(JsonNode message) {
        String typed = words(message).strip();
        if (typed.startsWith("/") && forwarded(message)) {
            return new TelegramText(
                    TelegramWords.forwarded(typed, TelegramUpdate.language(message.path("from"))),
                    Optional.empty(),
                    false);
        }
        String words = ADDRESSED.matcher(typed).replaceFirst("$1");
        Matcher start = START.matcher(words);
        return start.matches()
                ? new TelegramText(
                        words, door(Optional.ofNullable(start.group(1)).orElse("menu")), true)
                : new TelegramText(words, Optional.empty(), false);
    }

    /** A number is a ticket's code, which the desk reads from the words itself. */
    private static Optional<String> door(String payload) {
        Matcher article = ARTICLE.matcher(payload);
        if (payload.matches("\\d+")) {
            return Optional.empty();
        }
        return Optional.of(
                article.matches() ? "article:" + article.group(1) : DOORS.contains(payload) ? payload : "menu");
    }

    private static boolean forwarded(JsonNode message) {
        return Stream.of("forward_origin", "forward_date", "forward_from", "forward_from_chat")
                .anyMatch(sign -> !message.path(sign).isMissingNode());
    }

    private static String words(JsonNode message) {
        String typed = TelegramUpdate.words(message.path("text"));
        return Stream.of(
                        typed,
                        TelegramUpdate.words(message.path("caption")),
                        venue(message.path("venue")),
                        ownNumber(message),
                        TelegramUpdate.words(message.path("web_app_data").path("data")))
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String venue(JsonNode venue) {
        return Stream.of(venue.path("title"), venue.path("address"))
                .map(TelegramUpdate::words)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** A contact may be anybody's: https://core.telegram.org/bots/api#contact. Only one's own number is said for oneself. */
    private static String ownNumber(JsonNode message) {
        JsonNode contact = message.path("contact");
        long owner = contact.path("user_id").asLong(0);
        boolean own = owner != 0 && owner == message.path("from").path("id").asLong(-1);
        String number = TelegramUpdate.words(contact.path("phone_number")).strip();
        return !own || number.isEmpty() ? "" : number.startsWith("+") ? number : "+" + number;
    }

    @Override
    public String toString() {
        return "TelegramText[REDACTED]";
    }
}
