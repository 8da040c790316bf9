package id.pendopo.channels.web.chat;

import id.pendopo.channels.web.ChatMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the page's forms send: the composer's words with or without a file, or a pressed button.
 *
 * @param clientId drawn by the page, so that a form sent twice says it once
 */
record ChatForm(
        @Nullable String clientId,
        @Nullable String text,
        @Nullable String choice,
        @Nullable MultipartFile file) {

    /** The words to put back into the box when they could not be sent. */
    String typed() {
        return text == null ? "" : text;
    }

    Optional<MultipartFile> upload() {
        return Optional.ofNullable(file).filter(sent -> !sent.isEmpty());
    }

    /** Each button of a page is a message of its own, so that going back and pressing another one counts. */
    ChatMessage message(List<String> attachments) {
        String id = clientId == null ? "" : clientId;
        return choice == null
                ? new ChatMessage(id, typed(), Optional.empty(), Optional.empty(), attachments)
                : ChatMessage.choice(id + "-" + choice, choice);
    }

    @Override
    public String toString() {
        return "ChatForm[REDACTED]";
    }
}
