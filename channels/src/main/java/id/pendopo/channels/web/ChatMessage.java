package id.pendopo.channels.web;

import id.pendopo.channels.Location;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * What a citizen says in the web chat: words, a pressed button, a place, files.
 *
 * @param clientId names the message within its conversation, so that sending it twice says it once
 * @param text at most {@value #MAX_CHARACTERS} characters, stripped
 * @param choice the id of a pressed button; then nothing else is said
 * @param attachments ids of uploaded files
 */
public record ChatMessage(
        String clientId, String text, Optional<String> choice, Optional<Location> location, List<String> attachments) {

    /** Characters, whatever their size in memory. */
    public static final int MAX_CHARACTERS = 4_000;

    static final int MAX_ATTACHMENTS = 5;
    private static final int MAX_CLIENT_ID = 128;

    public ChatMessage {
        text = printable(text).strip();
        attachments = List.copyOf(attachments);
        if (clientId.isBlank() || clientId.length() > MAX_CLIENT_ID || !clientId.equals(printable(clientId))) {
            throw new ChatFailed(HttpStatus.BAD_REQUEST, "client-id", MAX_CLIENT_ID);
        }
        int length = text.codePointCount(0, text.length());
        if (length > MAX_CHARACTERS) {
            throw new ChatFailed(HttpStatus.BAD_REQUEST, "length", MAX_CHARACTERS, length);
        }
        if (attachments.size() > MAX_ATTACHMENTS) {
            throw new ChatFailed(HttpStatus.BAD_REQUEST, "attachments", MAX_ATTACHMENTS);
        }
        boolean more = !text.isEmpty() || location.isPresent() || !attachments.isEmpty();
        if (choice.isPresent() == more) {
            throw new ChatFailed(HttpStatus.BAD_REQUEST, more ? "choice-alone" : "empty");
        }
    }

    public static ChatMessage text(String clientId, String text) {
        return new ChatMessage(clientId, text, Optional.empty(), Optional.empty(), List.of());
    }

    public static ChatMessage choice(String clientId, String choice) {
        return new ChatMessage(clientId, "", Optional.of(choice), Optional.empty(), List.of());
    }

    /** Without control characters, which no database column and no screen can hold, but with line feeds and tabs. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public String toString() {
        return "ChatMessage[REDACTED]";
    }
}
